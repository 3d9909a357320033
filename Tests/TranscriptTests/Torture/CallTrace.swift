import Foundation
import TestSupport
import Testing

@testable import kith

/// The calls to the system by which an action works on the disk.
struct CallTrace {
  /// One call: its name, which one of that name it is in the whole run, and the line it makes.
  struct Call: Equatable, Sendable {
    var name: String
    var number: Int
    var line: String
  }

  /// The calls that concern the person's folders, in order.
  var calls: [Call]

  /// The calls that can change something, or tell that it has lasted.
  static let changing = [
    "openat", "write", "fsync", "linkat", "rename", "unlink", "close", "mkdir", "rmdir",
    "utimensat", "fchmod",
  ]

  /// The calls that only look.
  static let looking = ["read", "newfstatat", "getdents64", "lseek", "flock", "faccessat2"]

  /// Runs an action and writes down its calls.
  init(of action: FaultAction, names: [String] = changing) throws {
    let home = try TerminalHome(copyOf: FaultStage.template.get())
    let file = "\(home.path)/tmp/trace"
    let outcome = try action.run(
      in: home, through: "strace -f -y -s 0 -o '\(file)' -e trace=\(names.joined(separator: ","))")
    try #require(outcome.status == 0)
    calls = Self.calls(
      in: try String(contentsOfFile: file, encoding: .utf8), concerning: home.path)
  }

  /// Picks the calls that concern a folder out of a trace.
  ///
  /// Where the system does not tell which file a descriptor stands for, every call on one counts
  /// that comes after the folder was named first.
  static func calls(in trace: String, concerning folder: String) -> [Call] {
    var numbers: [String: Int] = [:]
    var isSeen = false
    return trace.split(separator: "\n").compactMap { line -> Call? in
      let line = String(line).replacing(/AT_FDCWD<[^>]*>/, with: "AT_FDCWD")
      guard let name = line.firstMatch(of: /^\d+ +([a-z0-9_]+)\(/).map({ String($0.output.1) })
      else { return nil }
      numbers[name, default: 0] += 1
      let isOurs = line.contains(folder) && !line.contains("\(folder)/tmp/errors")
      isSeen = isSeen || isOurs
      let isUntold = isSeen && line.contains(/\(\d+[,)]/)
      guard isOurs || isUntold else { return nil }
      return Call(
        name: name, number: numbers[name] ?? 0, line: line.replacing(folder, with: "~"))
    }
  }
}

extension CallTrace.Call {
  /// What makes the program die as it makes this call.
  var killing: String { injection("signal=KILL:when=\(number)") }

  /// What makes this call fail.
  ///
  /// - Parameters:
  ///   - error: The name of the error.
  ///   - times: How many calls of this name fail in a row; `nil` for all that follow.
  /// - Returns: The words that stand before the program.
  func failing(with error: String, times: Int?) -> String {
    let last = times.map { $0 == 1 ? "" : "..\(number + $0 - 1)" } ?? "+"
    return injection("error=\(error):when=\(number)\(last)", through: "--seccomp-bpf")
  }

  /// With the faster way of tracing, which the option asks for, no signal is ever sent.
  private func injection(_ what: String, through option: String = "") -> String {
    "strace -f \(option) -o /dev/null -e trace=\(name) -e inject=\(name):\(what)"
  }
}

/// How much is tried, and what was.
enum FaultCount {
  static let isFull = ProcessInfo.processInfo.environment["KITH_TORTURE"] == "full"

  /// Some of many, spread evenly; all of them where everything is tried.
  static func chosen<Element>(_ all: [Element], quick: Int) -> [Element] {
    let count = number(quick: quick, full: all.count)
    guard all.count > count else { return all }
    return (0..<count).map { all[$0 * all.count / count] }
  }

  /// A number for this run; `KITH_TORTURE_COUNT` makes it another one in a full run.
  static func number(quick: Int, full: Int) -> Int {
    let wanted = ProcessInfo.processInfo.environment["KITH_TORTURE_COUNT"].flatMap { Int($0) }
    return isFull ? wanted ?? full : quick
  }

  /// Adds to the count of what was tried, for the table of a full run.
  static func tally(_ count: Int) throws {
    guard let path = ProcessInfo.processInfo.environment["KITH_TORTURE_TALLY"] else { return }
    if !FileManager.default.fileExists(atPath: path) {
      try Data().write(to: URL(filePath: path))
    }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data("\(count)\n".utf8))
    try file.close()
  }
}
