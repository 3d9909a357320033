import Coach
import Foundation
import Questionnaires
import TestSupport
import Testing

@testable import kith

/// What a form does for somebody who is tired: it says little twice, and loses no word.
@Suite struct `A form with a tired person` {
  static let form = """
    resourceType: Questionnaire
    url: https://example.org/tired
    status: active
    title: A short day
    item:
      - linkId: sleep
        type: choice
        text: How did you sleep?
        answerOption:
          - valueCoding: {code: well, display: Well}
          - valueCoding: {code: badly, display: Badly}
      - linkId: words
        type: text
        text: What was it like?
      - linkId: secret
        type: string
        retention: never
        text: What must nobody read?
      - linkId: page
        type: url
        text: Is there a page about it?
    """

  private func visitor(
    in home: TerminalHome, rows: Int = 24, columns: Int = 80
  ) throws -> Visitor {
    let path = "\(home.path)/user/short.yaml"
    try Self.form.write(toFile: path, atomically: true, encoding: .utf8)
    let arguments = ["questionnaire", "fill", path, "--output", "\(home.path)/user/answers.json"]
    let visitor = try Visitor(arguments, in: home, rows: rows, columns: columns)
    try visitor.waitForPrompt()
    return visitor
  }

  private func answers(in home: TerminalHome) throws -> QuestionnaireResponse {
    let path = "\(home.path)/user/answers.json"
    return try QuestionnaireResponse(parsing: try String(contentsOfFile: path, encoding: .utf8))
  }

  @Test func `does not repeat a question that can still be read`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try visitor(in: home)
    try visitor.answer("How did you sleep?", "7", ":bakc", ":jump 1")

    #expect(
      visitor.screen.trimmed == """
        A short day

          How did you sleep?

          1  Well
          2  Badly

          :back · :skip · :list · :pause · ? for help
          > 7

          Please type a number from 1 to 2, or the first letters of an
          answer.

          > :bakc

          No command is called that. Did you mean :back? An answer that
          begins with a colon takes two.

          > :jump 1

          You are there.

          >
        """)
  }

  @Test func `shows a long list once, however often Enter is pressed alone`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["inventory"], in: home)
    try visitor.answer("Who matters in your life now", "Ana", "")
    try visitor.answer("Who is Ana to you?", "", "", "", "")
    #expect(visitor.said.components(separatedBy: "18  Faith or community").count == 2)
    #expect(visitor.screen.contains(":skip to pass over this, or ? to\n  see it again."))
    try visitor.reply("?")

    #expect(visitor.said.components(separatedBy: "18  Faith or community").count == 3)
  }

  @Test func `shows the table so far once for each row, and asks for one more by its name`() throws
  {
    let home = try TerminalHome(hasVault: false)
    let path = "\(home.path)/user/people.yaml"
    try """
    resourceType: Questionnaire
    url: https://example.org/people
    status: active
    title: People
    item:
      - linkId: people
        type: group
        text: A person
        repeats: true
        itemControl: gtable
        itemLabel: name
        item:
          - linkId: name
            type: string
            text: Name?
          - linkId: tie
            type: string
            text: Tie?
    """.write(toFile: path, atomically: true, encoding: .utf8)
    let visitor = try Visitor(
      ["questionnaire", "fill", path, "--output", "\(home.path)/user/answers.json"], in: home)
    try visitor.waitForPrompt()
    try visitor.answer("Name?", "Ana")
    try visitor.answer("Tie?", "Friend")
    try visitor.answer("Another person?", "y")
    try visitor.answer("Name?", "Ben")
    #expect(visitor.said.components(separatedBy: "1  Ana").count == 2)
    try visitor.answer("Tie?", "Brother")

    #expect(visitor.said.components(separatedBy: "1  Ana").count == 3)
    #expect(visitor.said.components(separatedBy: "2  Ben").count == 2)
  }

  @Test func `keeps a question and its options on one page, and says it once`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["inventory"], in: home)
    try visitor.answer("Who matters in your life now", "Ana", "")
    try visitor.answer("Who is Ana to you?", "11")
    try visitor.answer("Where do your lives meet?", "2")
    try visitor.answer("Where does Ana sit in your life now?", "1")
    #expect(
      visitor.block(from: "The picture")?.split(separator: "\n").map { String($0).trimmed }.prefix(
        3)
        == ["The picture", "There is no right number of people, and no right circle.", "1 person"])
    try visitor.answer("Is anybody in a place that surprises you?", "")
    #expect(visitor.said.components(separatedBy: "What would you like to do?").count == 2)
    #expect(visitor.block(from: "What would you like to do?")?.contains("That is all") == true)
  }

  @Test func `asks again where what was said has moved the question away`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try visitor(in: home, rows: 20, columns: 40)
    try visitor.answer("How did you sleep?", "?")

    #expect(visitor.block(from: "How did you sleep?")?.contains("2  Badly") == true)
    #expect(visitor.lines(widerThan: 39).isEmpty)
  }

  @Test(arguments: [
    [":next"], [":back"], [":jump page"],
  ])
  func `keeps words that were begun, whichever command follows`(lines: [String]) throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try visitor(in: home)
    try visitor.answer("How did you sleep?", "2")
    try visitor.answer("What was it like?", "Rain all night")
    for line in lines { try visitor.reply(line) }

    #expect(try answers(in: home).answers(to: "words") == [.string("Rain all night")])
  }

  @Test func `keeps a line that begins like a command but is none`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try visitor(in: home)
    try visitor.answer("How did you sleep?", "2")
    try visitor.answer("What was it like?", "Rain all night")
    visitor.session.send(":bcak and so on\r")
    try visitor.session.wait(for: "the line to stand there again") {
      $0.line($0.row).hasPrefix("    :bcak and so on")
    }
    visitor.session.send("\r\r")
    try visitor.session.wait(for: "the next question") {
      $0.text.contains("What must nobody read?")
    }

    #expect(
      try answers(in: home).answers(to: "words") == [.string("Rain all night\n:bcak and so on")])
  }

  @Test func `goes on after the question it was at, when that is jumped to and back`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try visitor(in: home)
    try visitor.answer("How did you sleep?", ":next")
    try visitor.answer("What was it like?", ":jump 1")
    try visitor.answer("How did you sleep?", ":jump 2")
    try visitor.answer("What was it like?", "Rain", "")

    #expect(visitor.block(from: "What must nobody read?") != nil)
  }

  @Test func `writes no answer that must never be kept`() throws {
    let home = try TerminalHome(hasVault: false)
    var visitor = try visitor(in: home)
    try visitor.reply(":next")
    try visitor.reply(":next")
    try visitor.answer("What must nobody read?", "kestrel over the marram")
    #expect(try home.files(holding: "kestrel") == [])
    try visitor.pullThePlug()
    #expect(try home.files(holding: "kestrel") == [])
    visitor = try self.visitor(in: home)
    try visitor.reply(":next")
    try visitor.reply(":next")
    try visitor.answer("What must nobody read?", "kestrel over the marram")
    try visitor.answer("Is there a page about it?", "www.example.org")
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(try home.files(holding: "https://www.example.org") == ["user/answers.json"])
    #expect(try home.files(holding: "kestrel") == [])
  }
}

/// What a worksheet asks about keeping what is most private.
@Suite struct `A worksheet with private parts` {
  private let canary = "kestrel over the marram"

  private func write(in home: TerminalHome, deciding choice: String) throws -> Visitor {
    let visitor = try Visitor.unlocked(["questionnaire", "fill", "grief-letter"], in: home)
    try visitor.answer("What would you like to say to them?", canary, "")
    while visitor.block(from: "Enter finishes") == nil { try visitor.reply(":skip") }
    try visitor.reply("")
    try visitor.answer("be kept as well?", ":back")
    while visitor.block(from: "Enter finishes") == nil { try visitor.reply(":skip") }
    try visitor.reply("")
    visitor.session.send(choice + "\r")
    #expect(try visitor.session.exitStatus() == 0)
    return visitor
  }

  @Test(arguments: [("1", true), ("2", false)])
  func `keeps them only where the person says so`(choice: String, isKept: Bool) throws {
    let home = try TerminalHome()
    let visitor = try write(in: home, deciding: choice)

    #expect(visitor.said.contains("1  Keep it with the rest"))
    #expect(visitor.said.contains("2  Leave it out"))
    let journal = try home.unlock()
    let words = String(decoding: try JSONEncoder().encode(journal.history().records), as: UTF8.self)
    #expect(words.contains("kestrel") == isKept)
    #expect(try journal.drafts() == [])
    #expect(try home.files(holding: "kestrel") == [])
  }
}

/// Finding a form, and a measure that is asked for too early.
@Suite struct `Finding a form` {
  @Test(arguments: [40, 80])
  func `lists every form on one line`(columns: Int) throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor(
      ["questionnaire", "list"], in: home, rows: 100, columns: columns)

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.lines(widerThan: columns - 1).isEmpty)
    #expect(visitor.screen.contains("Measures\n  gad-2  Worry, two questions\n"))
    #expect(visitor.screen.contains("\n\nDisagreements\n  dispute-expectations  What each of y"))
  }

  @Test func `lets a form be chosen by what it is about`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor(
      ["questionnaire", "fill", "--output", "\(home.path)/user/r.json"], in: home, rows: 20,
      columns: 40)
    try visitor.waitForPrompt()
    try visitor.answer("What is it about?", "1")
    try visitor.answer("The one who died", ":back")
    try visitor.answer("What is it about?", "grief-leter")
    let said = visitor.said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("A form is called grief-letter."))
    try visitor.reply("grief-letter")

    #expect(visitor.said.contains("Words for them"))
  }

  @Test func `says when a measure was filled in, and lets the person decide`() throws {
    let home = try TerminalHome()
    var visitor = try Visitor.unlocked(["questionnaire", "fill", "gad-2"], in: home)
    try visitor.reply("1")
    try visitor.reply("2")
    visitor.session.send("\r")
    try #require(try visitor.session.exitStatus() == 0)

    visitor = try Visitor.unlocked(["questionnaire", "fill", "gad-2"], in: home)
    let said = visitor.said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      said.contains(
        "You last filled in GAD-2 on Monday 23 November, today. It asks about the last 14 days, so "
          + "the next one says most from Monday 7 December on."))
    visitor.session.send("1\r")
    #expect(try visitor.session.exitStatus() == 0)
    #expect(try home.unlock().history().records.count { $0.kind == .filledForm } == 1)

    visitor = try Visitor.unlocked(["questionnaire", "fill", "gad-2"], in: home)
    try visitor.answer("Fill it in now all the same", "2")
    #expect(visitor.screen.contains("0  Not at all"))
  }
}
