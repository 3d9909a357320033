import Glibc
import TestSupport
import Testing

@testable import kith

/// Every signal at every kind of prompt: the words are sealed, the terminal is as it was before.
@Suite struct `A signal at a prompt` {
  @Test(arguments: SignalPlace.all, [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `seals the words, restores the terminal and leaves`(place: SignalPlace, signal: Int32) throws
  {
    let home = try TerminalHome(country: place.country)
    let visitor = try place.visitor(in: home)
    if place.isSecret {
      visitor.session.send("half a thou")
    } else if !visitor.isAtPageEnd {
      try visitor.type("half a thou")
    }
    visitor.session.signal(signal)

    let isAsked = signal == SIGINT || signal == SIGQUIT
    #expect(try visitor.session.exitStatus() == (isAsked ? 0 : 128 + signal))
    #expect(visitor.session.isTerminalCalm)
    #expect(visitor.session.screen.modes.isEmpty)
    if signal == SIGQUIT {
      #expect(visitor.screen == "")
      #expect(visitor.raw.hasSuffix("\u{1B}[H\u{1B}[2J\u{1B}[3J"))
    }
    #expect(try home.files(holding: "half a thou") == [])
    #expect(try SignalPlace.words(in: home) == (place.kept.map { [$0] } ?? []))
  }

  @Test(arguments: SignalPlace.all, [SIGTSTP, SIGCONT, SIGPIPE, SIGWINCH])
  func `that ends nothing leaves the words where they are`(
    place: SignalPlace, signal: Int32
  ) throws {
    let home = try TerminalHome(country: place.country)
    let visitor = try place.visitor(in: home)
    if place.isSecret {
      visitor.session.signal(signal)
      if signal == SIGTSTP { try visitor.waitForSecret("Passphrase:", times: 2) }
      visitor.session.send(TerminalHome.passphrase + "\r")
      try visitor.waitForPrompt()
    } else {
      try visitor.type("half a tho")
      visitor.session.signal(signal)
      visitor.session.send("u")
      // While it is stopped the terminal itself shows what is typed, on a line of its own.
      try visitor.session.wait(for: "the whole line") { $0.line($0.row).hasSuffix("half a thou") }
    }
    if signal == SIGTSTP, let kept = place.kept, !place.testDescription.contains("remark") {
      // What a stopped program holds in memory alone would go with the power.
      #expect(try SignalPlace.words(in: home) == [String(kept.dropLast())])
    }
    visitor.session.signal(SIGTERM)

    #expect(try visitor.session.exitStatus() == 128 + SIGTERM)
    #expect(visitor.session.isTerminalCalm)
    #expect(visitor.session.screen.modes.isEmpty)
    #expect(try SignalPlace.words(in: home).last == place.kept)
  }

  @Test func `between Enter and the disk costs no reply`() throws {
    for turn in 0..<8 {
      let home = try TerminalHome()
      let visitor = try Visitor.unlocked(["check-in"], in: home)
      visitor.session.send("5\r")
      usleep(UInt32(turn) * 1500)
      visitor.session.signal(SIGTERM)

      #expect(try visitor.session.exitStatus() == 128 + SIGTERM)
      #expect(visitor.session.isTerminalCalm)
      let hasLeftPrompt = visitor.raw.contains("How was your energy?")
      let replies = try home.unlock().draft(for: .checkIn)?.replies.count ?? 0
      #expect(replies == 1 || !hasLeftPrompt)
    }
  }
}

/// Nobody types: after a while everything is sealed and out of sight.
@Suite struct `A quiet while` {
  @Test(arguments: SignalPlace.all.filter { $0.arguments.first != "help-now" })
  func `closes the program, with the words kept`(place: SignalPlace) throws {
    let home = try TerminalHome(country: place.country)
    var hurried = place
    hurried.arguments += ["--lock-after", "0.05"]
    let visitor = try hurried.visitor(in: home)
    if !place.isSecret { try visitor.type("half a thou") }

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.session.isTerminalCalm)
    #expect(visitor.session.screen.modes.isEmpty)
    #expect(visitor.raw.contains("\u{1B}[H\u{1B}[2J\u{1B}[3J"))
    #expect(visitor.screen.hasPrefix("Nobody typed for a while, so kith has closed."))
    #expect(!visitor.screen.contains("half a thou"))
    #expect(try SignalPlace.words(in: home) == (place.kept.map { [$0] } ?? []))
  }

  @Test func `never takes helplines away`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor(
      ["help-now", "--country", "GB", "--lock-after", "0.001"], in: home, rows: 12)
    try visitor.waitForPrompt(turningPages: false)
    usleep(300_000)
    visitor.session.send("\r")
    try visitor.waitForPrompt(turningPages: false)

    #expect(visitor.screen.contains("Enter for more >"))
  }

  @Test(arguments: [("x", 2), ("-1", 2), ("2000", 2), ("0", 0), ("30", 0)])
  func `is a number of minutes`(minutes: String, status: Int32) throws {
    let home = try TerminalHome()
    let outcome = try ChildProcess.run(
      Products.path(of: "kith"),
      ["journal", "--home", home.path, "--passphrase-fd", "0", "--lock-after=\(minutes)"],
      input: Array("\(TerminalHome.passphrase)\n".utf8), throughShell: "exec \"$0\" \"$@\" 2>&1")
    #expect(outcome.status == status)
    #expect(
      outcome.output.contains("is no number of minutes from 0 to 1440") == (status == 2))
  }
}

/// Words that are still being typed, when the power goes.
@Suite struct `A page that is being written` {
  @Test(arguments: SignalPlace.all.filter { $0.kept != nil && !$0.replies.contains(":note") })
  func `is on the disk after a pause, without Enter`(place: SignalPlace) throws {
    let home = try TerminalHome(country: place.country)
    let visitor = try place.visitor(in: home)
    try visitor.type("half a thou")
    usleep(4_500_000)
    try visitor.pullThePlug()

    #expect(try SignalPlace.words(in: home) == [try #require(place.kept)])
    #expect(try home.files(holding: "half a thou") == [])
  }
}
