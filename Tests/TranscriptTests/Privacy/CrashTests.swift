import Foundation
import TestSupport
import Testing

@testable import kith

/// Faults of the program itself, at any moment: nothing is shown, nothing is lost.
@Suite(.serialized) struct `A crash` {
  /// How often; the full count takes about half an hour.
  private static let count = FaultCount.number(quick: 6, full: 1000)

  private static let signals = [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGTRAP, SIGFPE]

  @Test func `leaves no trace, and every reply that was taken`() throws {
    var random = SystemRandomNumberGenerator()
    for turn in 0..<Self.count {
      let home = try TerminalHome()
      let visitor = try Visitor.unlocked(["check-in"], in: home)
      let replies = turn % 4
      for _ in 0..<replies { try visitor.reply(":skip") }
      switch turn % 3 {
      case 0: try visitor.type("half a thou")
      case 1: visitor.session.send(":skip\r")
      default: break
      }
      usleep(UInt32.random(in: 0...(turn % 3 == 1 ? 30_000 : 3_000), using: &random))
      let signal = Self.signals[turn % Self.signals.count]
      visitor.session.signal(signal)

      #expect(try visitor.session.exitStatus() == -signal)
      #expect(visitor.session.isTerminalCalm)
      #expect(visitor.session.screen.modes.isEmpty)
      for word in ["Thread 0", "Registers", "Backtrace", "crashed", "swift-backtrace"] {
        #expect(!visitor.raw.contains(word))
      }
      #expect(try home.files().keys.filter { $0.contains("core") } == [])
      #expect(try home.files(holding: "half a thou") == [])
      let kept = try home.unlock().draft(for: .checkIn)?.replies.count ?? 0
      #expect(kept >= replies && kept <= replies + 1)
    }
    try FaultCount.tally(Self.count)
  }

  @Test func `tells nothing, even where backtraces are asked for`() throws {
    let home = try TerminalHome()
    var environment = home.environment
    environment["SWIFT_BACKTRACE"] = "enable=yes,interactive=no,color=no"
    let session = try PtySession(
      Products.path(of: "kith"), ["prompt", "--seed", "7"], environment: environment)
    try session.wait(for: "Passphrase:")
    session.send(TerminalHome.passphrase + "\r")
    try session.wait(for: "a prompt") { $0.line($0.row).contains(">") }
    session.send("half a thou")
    try session.wait(for: "half a thou")
    session.signal(SIGSEGV)

    #expect(try session.exitStatus() == -SIGSEGV)
    #expect(!String(decoding: session.bytes, as: UTF8.self).contains("rax"))
  }
}

/// Another program of the same account that wants to read the memory of this one.
@Suite struct `Another program` {
  /// The account that both run as: the administrator may read everything, so not that one.
  private static let asNobody = [
    "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all",
  ]

  private static let attacks = [
    "cat /proc/$1/environ", "cat /proc/$1/maps", "head -c 1 /proc/$1/mem",
    "exec 3</proc/$1/mem", "gcore -o \"$2/core\" $1",
    "timeout 20 strace -o /dev/null -p $1 & sleep 1; "
      + "kill -0 $! 2>/dev/null && { kill $!; exit 0; }; wait $!",
  ]

  /// Runs an attack as the account that the program runs as.
  private func run(_ attack: String, on process: pid_t, writingTo folder: String) throws -> Int32 {
    let command = "(\(attack)) >/dev/null 2>&1"
    let words = ["-c", command, "sh", "\(process)", folder]
    guard getuid() == 0 else { return try ChildProcess.run("/bin/sh", words).status }
    let setpriv = try #require(Tools.path(of: "setpriv"))
    return try ChildProcess.run(setpriv, Self.asNobody + ["/bin/sh"] + words).status
  }

  private func start(_ program: String, _ arguments: [String], in home: TerminalHome) throws
    -> PtySession
  {
    guard getuid() == 0 else {
      return try PtySession(program, arguments, environment: home.environment)
    }
    let setpriv = try #require(Tools.path(of: "setpriv"))
    for path in try FileManager.default.subpathsOfDirectory(atPath: home.path) + [""] {
      try #require(chown("\(home.path)/\(path)", 65534, 65534) == 0)
    }
    return try PtySession(
      setpriv, Self.asNobody + [program] + arguments, environment: home.environment)
  }

  private static func canAttack(_ attack: String) -> Bool {
    let needed = ["gcore", "strace"].filter { attack.contains($0) }
    let setpriv = getuid() == 0 ? ["setpriv"] : []
    return (needed + setpriv).allSatisfy { Tools.path(of: $0) != nil }
  }

  @Test(arguments: attacks.filter(canAttack))
  func `is refused while the journal is open, and finds no process after it`(attack: String) throws
  {
    let home = try TerminalHome()
    let session = try start(Products.path(of: "kith"), ["check-in"], in: home)
    try session.wait(for: "Passphrase:")
    session.send(TerminalHome.passphrase + "\r")
    try session.wait(for: "a prompt") { $0.line($0.row).contains(">") }
    let folder = "\(home.path)/tmp"
    #expect(try run(attack, on: session.process, writingTo: folder) != 0)
    #expect(try home.files().keys.filter { $0.contains("tmp/") } == [])
    session.send("\u{1C}")

    #expect(try session.exitStatus() == 0)
    #expect(!FileManager.default.fileExists(atPath: "/proc/\(session.process)"))
  }

  @Test(
    .enabled(if: Tools.canTrace, "processes may not be traced here"),
    arguments: attacks.filter { !$0.contains("exec 3") && !$0.contains("head -c") }.filter(
      canAttack))
  func `would get through to a program that does not refuse`(attack: String) throws {
    let home = try TerminalHome()
    let session = try start("/bin/sleep", ["60"], in: home)
    // The process is another program until its own begins.
    usleep(300_000)
    #expect(try run(attack, on: session.process, writingTo: "\(home.path)/tmp") == 0)
  }
}
