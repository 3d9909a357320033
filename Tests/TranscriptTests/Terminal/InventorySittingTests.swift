import Coach
import Foundation
import TestSupport
import Testing

@testable import kith

/// Three people are named; one answer about the first is changed and changed back, one person is
/// taken off, and the plug is pulled in between.
@Suite struct `An inventory at a terminal` {
  @Test func `keeps three people, one of them taken off, through a power cut`() throws {
    let home = try TerminalHome()
    var visitor = try Visitor.unlocked(["inventory"], in: home)
    try visitor.answer("Who matters in your life now", "Tom")
    try visitor.answer("One name so far.", "Ana, Nan")
    try visitor.answer("3 names so far.", "")
    try visitor.answer("Who is Tom to you?", "friend")
    try visitor.answer("Where do your lives meet?", "2")
    try visitor.answer("Where does Tom sit in your life now?", "1")
    try visitor.answer("Who is Ana to you?", "we sing together")
    try visitor.pullThePlug()
    #expect(try list(in: home).contains("Close circle: Tom."))

    visitor = try Visitor.unlocked(["inventory"], in: home)
    #expect(visitor.said.contains("Going on where you left off."))
    try visitor.answer("Where do your lives meet?", "3")
    try visitor.answer("Where does Ana sit", "2")
    try visitor.answer("Who is Nan to you?", "9")
    try visitor.answer("Where do your lives meet?", "6")
    try visitor.answer("Where does Nan sit", ":skip")
    #expect(visitor.said.contains("Died: Nan"))
    try visitor.answer("There is no right number of people", ":skip")
    try changeAndChangeBack(visitor)
    try visitor.answer("What would you like to do?", "take")
    try visitor.answer("Whom would you like to take off", "Ana")
    try visitor.answer("Take Ana off the list?", "yes")
    #expect(visitor.screen.contains("Bring Ana back"))
    visitor.session.send("that is all\r")

    #expect(try visitor.session.exitStatus() == 0)
    let people = try home.unlock().history().people
    #expect(people.map(\.name.plaintext) == ["Tom", "Nan"])
    #expect(people.map(\.now.circle) == [.close, nil])
    #expect(people.map { $0.now.text("inv.kin") } == ["friend", "relative"])
    #expect(people.map(\.portraits.count) == [1, 1])
    #expect(try home.unlock().drafts() == [])
    #expect(try home.files(holding: "sing together") == [])
  }

  /// What the list says of everybody while a sitting is under way.
  private func list(in home: TerminalHome) throws -> String {
    let visitor = try Visitor(["inventory", "--list", "--plain"], in: home)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.send(TerminalHome.passphrase + "\r")
    #expect(try visitor.session.exitStatus() == 0)
    return visitor.said
  }

  private func changeAndChangeBack(_ visitor: Visitor) throws {
    for (circle, kept) in [("3", "Close circle"), ("1", "Outer circle")] {
      try visitor.answer("What would you like to do?", "change")
      try visitor.answer("Whom is it about?", "Tom")
      try visitor.answer("What would you like to change about Tom?", "the circle")
      #expect(visitor.screen.contains("Enter keeps: \(kept)"))
      try visitor.answer("Where does Tom sit in your life now?", circle)
    }
  }

  @Test func `shows one person and everybody, as sentences in plain mode`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["inventory"], in: home)
    try visitor.answer("Who matters in your life now", "Tom", "")
    try visitor.answer("Who is Tom to you?", "friend", "1", "1")
    try visitor.answer("There is no right number of people", ":skip")
    visitor.session.send("that is all\r")
    #expect(try visitor.session.exitStatus() == 0)

    let list = try Visitor(["inventory", "--list", "--plain"], in: home, rows: 20, columns: 40)
    try list.waitForSecret("Passphrase:")
    list.session.send(TerminalHome.passphrase + "\r")
    #expect(try list.session.exitStatus() == 0)
    #expect(list.screen.contains("Close circle: Tom."))
    let one = try Visitor(["inventory", "to"], in: home, rows: 20, columns: 40)
    try one.waitForSecret("Passphrase:")
    one.session.send(TerminalHome.passphrase + "\r")
    #expect(try one.session.exitStatus() == 0)
    #expect(one.screen.contains("Friend"))
    let nobody = try Visitor(["inventory", "Kestrel"], in: home)
    try nobody.waitForSecret("Passphrase:")
    nobody.session.send(TerminalHome.passphrase + "\r")
    #expect(try nobody.session.exitStatus() == 1)
    #expect(nobody.screen.contains("kith: nobody on the list is called that"))
  }
}
