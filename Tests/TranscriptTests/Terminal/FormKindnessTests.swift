import Foundation
import TestSupport
import Testing

@testable import kith

/// What is said and shown in forms that other people wrote.
@Suite struct `A form from elsewhere` {
  static let form = #"""
    {"resourceType": "Questionnaire", "url": "https://example.org/elsewhere", "status": "active",
     "title": "From elsewhere", "item": [
      {"linkId": "one", "type": "choice", "text": "Do you agree?",
       "answerOption": [{"valueCoding": {"code": "yes", "display": "I agree"}}]},
      {"linkId": "words", "type": "text", "text": "What was it like?"},
      {"linkId": "picture", "type": "attachment", "text": "A picture of it"},
      {"linkId": "a", "type": "string", "text": "What else?"},
      {"linkId": "b", "type": "string", "text": "And then?"},
      {"linkId": "c", "type": "string", "text": "And last?"}]}
    """#

  private func visitor(
    in home: TerminalHome, rows: Int = 24, plain: Bool = false
  ) throws -> Visitor {
    let path = "\(home.path)/user/form.json"
    try Self.form.write(toFile: path, atomically: true, encoding: .utf8)
    let arguments = ["questionnaire", "fill", path, "--output", "\(home.path)/user/answers.json"]
    let visitor = try Visitor(arguments + (plain ? ["--plain"] : []), in: home, rows: rows)
    try visitor.waitForPrompt()
    return visitor
  }

  @Test func `has one answer to choose, and a picture that cannot be given`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try visitor(in: home)
    try visitor.reply("7")
    let said = visitor.said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      said.contains("There is one answer to choose here: please type 1, or its first letters."))
    try visitor.reply(":list")

    #expect(visitor.said.contains("  A picture of it: (cannot be filled in here)"))
  }

  @Test func `shows the later lines of a text below its first`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try visitor(in: home)
    try visitor.reply("1")
    try visitor.answer("What was it like?", "Rain all night", "and wind", "")
    visitor.session.send(":back\r")
    try visitor.session.wait(for: "the last line of the text") {
      $0.line($0.row) == "    and wind"
    }

    #expect(visitor.screen.hasSuffix("  > Rain all night\n    and wind"))
  }

  @Test func `tells in plain mode which question it is, and whether it may be left`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try visitor(in: home, plain: true)

    #expect(visitor.said.contains("\nQuestion 1 of 5, optional\nDo you agree?\n"))
  }
}

/// A score is for the end.
@Suite struct `A measure` {
  @Test func `tells its score when it is finished and not before`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor(
      ["questionnaire", "fill", "gad-2", "--output", "\(home.path)/user/r.json"], in: home)
    try visitor.waitForPrompt()
    try visitor.reply("4")
    #expect(visitor.said.contains("Please type a number from 0 to 3"))
    try visitor.reply("1")
    try visitor.reply("2")
    #expect(visitor.block(from: "This is what you wrote.") != nil)
    #expect(!visitor.said.contains("Total"))
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.said.contains("GAD-2 comes to 3 of 6"))
  }
}

/// Forms that a person brings.
@Suite struct `Bringing a form` {
  private static let form = #"""
    {"resourceType": "Questionnaire", "url": "https://example.org/q", "version": "1",
     "status": "active", "name": "mine", "title": "Mine",
     "item": [{"linkId": "a", "type": "string", "text": "First?"}]}
    """#

  private func add(_ text: String, in home: TerminalHome) throws -> ChildProcess.Outcome {
    let path = "\(home.path)/user/form.json"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try ChildProcess.run(
      Products.path(of: "kith"),
      ["questionnaire", "add", path, "--home", home.path, "--passphrase-fd", "0"],
      input: Array("\(TerminalHome.passphrase)\n".utf8),
      throughShell: "exec \"$0\" \"$@\" 2>&1")
  }

  @Test(arguments: [
    ("", "the file is empty"), ("{\"resourceType\": \"Questionnaire\",", "1:34: error:"),
    (#"{"resourceType": "Patient"}"#, "1:1: error: this is not a questionnaire"),
    (#"{"resourceType": "Questionnaire", "status": "active"}"#, "1:1: error: it has no questions"),
  ])
  func `is refused with one message, and nothing is kept`(text: String, message: String) throws {
    let home = try TerminalHome()
    let outcome = try add(text, in: home)

    #expect(outcome.status == 1)
    #expect(outcome.output.contains(message), "\(outcome.output)")
    #expect(try home.unlock().history().addedForms == [])
  }

  @Test func `keeps the same form once, and a newer one under the same name`() throws {
    let home = try TerminalHome()
    #expect(try add(Self.form, in: home).output.contains("Kept as 'mine'."))
    #expect(try add(Self.form, in: home).output.contains("'mine' is there already, word for word."))
    let newer = Self.form.replacing("\"1\"", with: "\"2\"").replacing("First?", with: "Now?")
    #expect(try add(newer, in: home).output.contains("Kept as 'mine'."))

    let forms = try home.unlock().history().addedForms
    #expect(forms.map(\.id) == ["mine"])
    #expect(forms.first?.questionnaire.version == "2")
  }

  @Test func `does not take the name of one of kith's own`() throws {
    let home = try TerminalHome()
    let outcome = try add(Self.form.replacing("\"mine\"", with: "\"check-in\""), in: home)

    #expect(outcome.output.contains("Kept as 'check-in-2'."), "\(outcome.output)")
  }
}
