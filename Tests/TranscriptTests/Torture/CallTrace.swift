import Foundation
import Synchronization
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

    /// What calls of one kind share: the name, the options, and the file but for its numbers.
    var kind: String {
      line.replacing(/^\d+ | = .*$/, with: "").replacing(/age1\w+|[0-9a-f]{8,}|\d+/, with: "#")
    }
  }

  /// The calls that concern the person's folders, in order.
  var calls: [Call]

  /// Those of them that can change something.
  var changes: [Call] { calls.filter { Self.changing.contains($0.name) } }

  private static let known = Mutex<[String: CallTrace]>([:])

  /// The calls of an action, which is run once for all tests.
  static func of(_ action: FaultAction) throws -> CallTrace {
    if let trace = known.withLock({ $0[action.testDescription] }) { return trace }
    let trace = try CallTrace(of: action)
    known.withLock { $0[action.testDescription] = trace }
    return trace
  }

  /// The calls that can change something, or tell that it has lasted.
  static let changing = [
    "openat", "write", "fsync", "linkat", "rename", "unlink", "close", "mkdir", "rmdir",
    "utimensat", "fchmod",
  ]

  /// The calls that only look.
  static let looking = ["read", "newfstatat", "getdents64", "lseek", "flock", "faccessat2"]

  /// Runs an action and writes down its calls.
  private init(of action: FaultAction) throws {
    let names = (Self.changing + Self.looking).joined(separator: ",")
    let home = try TerminalHome(copyOf: FaultStage.template.get())
    let file = "\(home.path)/tmp/trace"
    let outcome = try action.run(
      in: home, through: "strace -f -y -s 0 -o '\(file)' -e trace=\(names)")
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
