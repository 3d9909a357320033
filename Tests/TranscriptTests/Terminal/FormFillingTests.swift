import Coach
import Foundation
import Questionnaires
import TestSupport
import Testing

@testable import kith

/// A form that is filled in at a terminal, left in every way, and taken up again.
@Suite struct `A form at a terminal` {
  static let form = """
    resourceType: Questionnaire
    url: https://example.org/home
    status: active
    title: At home
    item:
      - linkId: any
        type: boolean
        required: true
        text: Do you live with anybody?
      - linkId: person
        type: group
        repeats: true
        text: Person
        itemLabel: name
        enableWhen:
          - question: any
            operator: "="
            answerBoolean: true
        item:
          - linkId: name
            type: string
            required: true
            text: Who is it?
          - linkId: close
            type: integer
            minValue: 0
            maxValue: 9
            lower: far
            upper: close
            text: How close are you?
      - linkId: more
        type: string
        text: Anything else?
    """

  private func arguments(in home: TerminalHome) throws -> [String] {
    let path = "\(home.path)/user/home.yaml"
    try Self.form.write(toFile: path, atomically: true, encoding: .utf8)
    return ["questionnaire", "fill", path, "--output", "\(home.path)/user/answers.json"]
  }

  private func answers(in home: TerminalHome) throws -> QuestionnaireResponse {
    let path = "\(home.path)/user/answers.json"
    return try QuestionnaireResponse(parsing: try String(contentsOfFile: path, encoding: .utf8))
  }

  @Test func `goes on in the middle of a repeating group after kill -9`() throws {
    let home = try TerminalHome(hasVault: false)
    let arguments = try arguments(in: home)
    var visitor = try Visitor(arguments, in: home)
    try visitor.waitForPrompt()
    try visitor.answer("Do you live with anybody?", "y")
    try visitor.answer("Who is it?", "Ana")
    try visitor.answer("How close are you?", "7")
    try visitor.answer("Another person?", "y")
    try visitor.answer("Who is it?", "Tom")
    try visitor.pullThePlug()
    visitor = try Visitor(arguments, in: home)
    try visitor.waitForPrompt()

    #expect(visitor.said.contains("Going on where you left off."))
    #expect(visitor.screen.contains("Person 2: Tom"))
    try visitor.answer("How close are you?", "3")
    try visitor.answer("Another person?", "")
    try visitor.answer("Anything else?", "No")
    #expect(visitor.screen.contains("Enter finishes"))
    try visitor.answer("Enter finishes", "2")
    #expect(visitor.screen.contains("Ana"))
    visitor.session.send("bel\r")
    try visitor.waitForPrompt()
    visitor.session.send("\r")
    #expect(try visitor.session.exitStatus() == 0)
    let response = try answers(in: home)
    #expect(response.status == .completed)
    #expect(response.answers(to: "name") == [.string("Anabel"), .string("Tom")])
    #expect(try home.permissions()["user/answers.json"] == "600")
  }

  @Test func `says what a changed answer leads to, and keeps what no longer applies`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor(try arguments(in: home), in: home)
    try visitor.waitForPrompt()
    try visitor.answer("Do you live with anybody?", "y")
    try visitor.answer("Who is it?", "Ana")
    try visitor.answer("How close are you?", ":jump 1")
    try visitor.answer("Do you live with anybody?", "n")

    #expect(visitor.said.contains("no longer applies; its answer is kept until you finish."))
    try visitor.answer("Anything else?", ":jump 1")
    try visitor.answer("Do you live with anybody?", "y")
    #expect(try answers(in: home).answers(to: "name") == [.string("Ana")])
  }

  @Test(arguments: [(20, 40), (24, 80)])
  func `fits the window`(rows: Int, columns: Int) throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor(try arguments(in: home), in: home, rows: rows, columns: columns)
    try visitor.waitForPrompt()
    try visitor.answer("Do you live with anybody?", "?")
    try visitor.answer("Do you live with anybody?", "y")
    try visitor.answer("Who is it?", "Ana")
    try visitor.answer("How close are you?", ":list")
    try visitor.answer("How close are you?", "4")
    try visitor.answer("Another person?", "n")
    try visitor.answer("Anything else?", ":skip")

    #expect(visitor.lines(widerThan: columns - 1).isEmpty)
    #expect(visitor.screen.contains("Enter finishes"))
  }
}

/// A form that is filled in for the journal.
@Suite struct `A form in the journal` {
  @Test func `is kept, resumed and changed as a new version`() throws {
    let home = try TerminalHome()
    var visitor = try Visitor.unlocked(["questionnaire", "fill", "gad-2"], in: home)
    try visitor.reply("1")
    try visitor.pullThePlug()
    visitor = try Visitor.unlocked(["questionnaire", "fill", "gad-2"], in: home)
    #expect(visitor.said.contains("Going on where you left off."))
    try visitor.reply("2")
    visitor.session.send("\r")
    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.said.contains("comes to 3 of 6"))

    visitor = try Visitor.unlocked(["questionnaire", "fill", "gad-2", "--edit"], in: home)
    try visitor.answer("Enter finishes", "1")
    try visitor.reply("3")
    visitor.session.send("\r")
    #expect(try visitor.session.exitStatus() == 0)
    let record = try #require(try home.unlock().history().records.last { $0.kind == .filledForm })
    #expect(record.rev == 2)
    #expect(record.body?.forms.first?.response.status == .amended)
  }
}
