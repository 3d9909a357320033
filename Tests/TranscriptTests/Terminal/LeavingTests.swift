import Glibc
import TestSupport
import Testing

/// Leaving with half a sentence on the line: nothing that was typed is lost.
@Suite struct `Half a sentence` {
  /// Where words are asked for: a text of many lines and a text of one.
  struct Place: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let arguments: [String]
    let country: String?
    let replies: [String]

    static let lines = Place(
      testDescription: "a text of many lines", arguments: ["prompt", "--seed", "7"], country: "GB",
      replies: [])
    static let line = Place(
      testDescription: "a text of one line", arguments: ["check-in"], country: nil,
      replies: ["united k"])
  }

  private func visitor(at place: Place, in home: TerminalHome) throws -> Visitor {
    let visitor = try Visitor.unlocked(place.arguments, in: home)
    for reply in place.replies { try visitor.reply(reply) }
    return visitor
  }

  private func expectReturn(
    of words: String, to place: Place, in home: TerminalHome,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let next = try Visitor.unlocked(place.arguments, in: home)
    try next.session.wait(for: words, seconds: 20)
    #expect(
      next.session.screen.line(next.session.screen.row) == "  > \(words)", "\(next.screen)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [Place.lines, .line], ["\u{3}", "\u{1C}"])
  func `outlasts Ctrl-C and Ctrl-backslash`(place: Place, key: String) throws {
    let home = try TerminalHome(country: place.country)
    let visitor = try visitor(at: place, in: home)
    try visitor.type("half a thou")
    visitor.session.send(key)

    let status = try visitor.session.exitStatus()
    #expect(status == 0)
    #expect(visitor.session.isTerminalCalm)
    #expect(visitor.session.screen.modes.isEmpty)
    if key == "\u{1C}" {
      #expect(visitor.screen == "")
      #expect(visitor.raw.hasSuffix("\u{1B}[H\u{1B}[2J\u{1B}[3J"))
    } else {
      #expect(visitor.screen.contains("Paused. Everything so far is kept"))
    }
    #expect(try home.files(holding: "half a thou") == [])
    try expectReturn(of: "half a thou", to: place, in: home)
  }

  @Test(arguments: [Place.lines, .line])
  func `is safe from Ctrl-D, which leaves on an empty line`(place: Place) throws {
    let home = try TerminalHome(country: place.country)
    let visitor = try visitor(at: place, in: home)
    try visitor.type("half")
    visitor.session.send("\u{4}")
    try visitor.type(" a thought")
    visitor.session.send("\u{15}\u{4}")

    let status = try visitor.session.exitStatus()
    #expect(status == 0)
    #expect(visitor.session.isTerminalCalm)
    #expect(visitor.session.screen.modes.isEmpty)
  }

  @Test(arguments: [Place.lines, .line], [SIGTERM, SIGHUP])
  func `outlasts a signal to end`(place: Place, signal: Int32) throws {
    let home = try TerminalHome(country: place.country)
    let visitor = try visitor(at: place, in: home)
    try visitor.type("half a thou")
    visitor.session.signal(signal)

    let status = try visitor.session.exitStatus()
    #expect(status == 128 + signal)
    #expect(visitor.session.isTerminalCalm)
    #expect(visitor.session.screen.modes.isEmpty)
    try expectReturn(of: "half a thou", to: place, in: home)
  }

  @Test func `comes after the lines that were whole`() throws {
    let home = try TerminalHome()
    let visitor = try visitor(at: .lines, in: home)
    try visitor.reply("one whole line")
    try visitor.type("and a half")
    visitor.session.send("\u{3}")

    #expect(try visitor.session.exitStatus() == 0)
    let next = try Visitor(Place.lines.arguments, in: home)
    try next.waitForSecret("Passphrase:")
    next.session.send(TerminalHome.passphrase + "\r")
    try next.session.wait(for: "and a half", seconds: 20)
    #expect(next.screen.contains("> one whole line\n"))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `needs no passphrase to have been typed`(signal: Int32) throws {
    let home = try TerminalHome()
    let visitor = try Visitor(["check-in"], in: home)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.signal(signal)

    let status = try visitor.session.exitStatus()
    #expect(status == 128 + signal)
    #expect(visitor.session.isTerminalCalm)
  }

  @Test(arguments: [":pause", "help now", ":back"])
  func `is no reason to miss a command on a later line`(command: String) throws {
    let home = try TerminalHome()
    let visitor = try visitor(at: .lines, in: home)
    try visitor.reply("one whole line")
    visitor.session.send(command + "\r")

    switch command {
    case ":pause":
      #expect(try visitor.session.exitStatus() == 0)
      #expect(visitor.screen.contains("Paused. Everything so far is kept"))
    case "help now":
      try visitor.session.wait(for: "999", seconds: 20)
    default:
      try visitor.session.wait(for: "This is the beginning", seconds: 20)
    }
  }
}
