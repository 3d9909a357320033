import Coach
import Foundation
import Questionnaires
import TestSupport
import Testing

@testable import kith

/// A worksheet on a disagreement, which is not opened before some questions about safety.
@Suite struct `A gate at a terminal` {
  private let canary = "kestrel over the marram"
  private let fill = ["questionnaire", "fill", "dispute-story"]
  private let closed = "The worksheet stays closed for now."
  private let first = "Who is the disagreement with?"

  @Test func `opens the form after seven quiet answers, and not again on the way back`() throws {
    let home = try TerminalHome()
    var visitor = try Visitor.unlocked(fill, in: home)
    try passQuietly(visitor)
    try visitor.answer(first, canary)
    #expect(visitor.screen.contains("What is it about"))
    try visitor.pullThePlug()

    visitor = try Visitor.unlocked(fill, in: home)
    #expect(visitor.said.contains("Going on where you left off."))
    #expect(visitor.screen.contains("What is it about"))
    #expect(!visitor.said.contains("Before this part"))
    #expect(try home.files(holding: "kestrel") == [])
  }

  @Test func `keeps the form closed after a worry, and leaves no trace of it`() throws {
    let home = try TerminalHome()
    let before = try home.files()
    let visitor = try Visitor.unlocked(fill, in: home)
    try visitor.answer("Your answers in this part", "1")
    try visitor.answer("Seven short questions", "")
    try visitor.answer("Could this person open this computer", canary, "1")
    try visitor.answer("Are you ever afraid", "2")
    try visitor.answer("kith does not lead towards a talk with them", "")
    try visitor.answer("Would you like to see who you could reach?", "3")
    try visitor.answer("That can be wise.", "")
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(flat(visitor.said).contains(closed))
    #expect(!visitor.said.contains(first))
    #expect(try home.files(holding: "kestrel") == [])
    #expect(try home.files() == before)
    #expect(try home.unlock().drafts() == [])
  }

  @Test(arguments: ["2", ":pause", ":skip"])
  func `keeps the form closed when somebody only leaves`(reply: String) throws {
    let home = try TerminalHome()
    let before = try home.files()
    let visitor = try Visitor.unlocked(fill, in: home)
    visitor.session.send(reply + "\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(flat(visitor.said).contains(closed))
    #expect(try home.files() == before)
  }

  @Test(arguments: [
    ("2026-11-20", "The same person, and something has changed"), ("2026-10-01", "Somebody else"),
  ])
  func `asks who it is about where such a form is there`(day: String, option: String) throws {
    let home = try TerminalHome()
    try keepDispute(on: day, in: home)
    let visitor = try Visitor.unlocked(fill + ["--edit"], in: home)
    if day == "2026-10-01" { try visitor.answer("Your answers in this part", "1") }
    #expect(flat(visitor.said).contains(option))
    try visitor.answer("Is this about the same person", "1")
    if day == "2026-10-01" {
      try visitor.answer("made you feel afraid since last time?", "1")
      try visitor.answer("These answers are gone now.", "")
    }

    #expect(visitor.said.contains("An old quarrel"))
  }

  @Test func `stands before a form whose answers go to a file`() throws {
    let home = try TerminalHome(hasVault: false)
    let file = "\(home.path)/user/answers.json"
    let visitor = try Visitor(fill + ["--output", file], in: home)
    try visitor.waitForPrompt()
    #expect(!FileManager.default.fileExists(atPath: file))
    try passQuietly(visitor)

    #expect(visitor.screen.contains(first))
  }

  private func passQuietly(_ visitor: Visitor) throws {
    try visitor.answer("Your answers in this part", "1")
    try visitor.answer("Seven short questions", "")
    for _ in 1...7 { try visitor.reply("1") }
    try visitor.answer("These answers are gone now.", "")
  }

  private func keepDispute(on day: String, in home: TerminalHome) throws {
    let response = QuestionnaireResponse(
      questionnaire: "https://kith.example/Questionnaire/dispute-story|1.0.0", status: .completed,
      items: [
        QuestionnaireResponse.Item(
          linkID: "d1.about", answers: [.init(.string(PrivateText("An old quarrel")))])
      ])
    let moment = try #require(LocalTime(day))
    var journal = try home.unlock()
    try journal.keep(
      Record(
        id: "00000000-0000-4000-8000-000000000002", kind: .filledForm, at: moment, tz: "UTC",
        body: Entry(forms: [FilledForm(form: "dispute-story", response: response)])),
      now: moment)
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
