import Coach
import Questionnaires
import Testing

@testable import kith

/// A prompt of the program, and how to come there.
struct SignalPlace: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var arguments: [String]
  var country: String? = "GB"
  var rows = 24

  /// What is replied before the prompt stands there.
  var replies: [String] = []

  /// The passphrase is what is asked for.
  var isSecret = false

  /// What is to be found of the words that were typed; `nil` where none are asked for.
  var kept: String?

  static let all = [
    SignalPlace(testDescription: "the passphrase", arguments: ["check-in"], isSecret: true),
    SignalPlace(testDescription: "the page of today", arguments: []),
    SignalPlace(
      testDescription: "a full window", arguments: ["help-now", "--country", "GB"], rows: 12),
    SignalPlace(testDescription: "a rating", arguments: ["check-in"]),
    SignalPlace(
      testDescription: "a text of one line", arguments: ["check-in"], country: nil,
      replies: ["united k"], kept: "half a thou"),
    SignalPlace(
      testDescription: "a text of many lines", arguments: ["prompt", "--seed", "7"],
      kept: "half a thou"),
    SignalPlace(
      testDescription: "a later line", arguments: ["prompt", "--seed", "7"],
      replies: ["one whole line"], kept: "one whole line\nhalf a thou"),
    SignalPlace(testDescription: "a name", arguments: ["inventory"], kept: "half a thou"),
    SignalPlace(
      testDescription: "a remark beside a question", arguments: ["questionnaire", "fill", "gad-2"],
      replies: [":note"], kept: "half a thou"),
    SignalPlace(testDescription: "a note", arguments: ["note"], kept: "half a thou"),
    SignalPlace(
      testDescription: "a later line of a note", arguments: ["note"],
      replies: ["one whole line"], kept: "one whole line\nhalf a thou"),
  ]

  /// Goes to the prompt.
  func visitor(in home: TerminalHome) throws -> Visitor {
    let visitor = try Visitor(arguments, in: home, rows: rows)
    if isSecret {
      try visitor.waitForSecret("Passphrase:")
      return visitor
    }
    if arguments.first != "help-now", arguments.first != "note" {
      try visitor.waitForSecret("Passphrase:")
      visitor.session.send(TerminalHome.passphrase + "\r")
    }
    try visitor.waitForPrompt(turningPages: arguments.first != "help-now")
    for reply in replies { try visitor.reply(reply) }
    return visitor
  }

  /// The words that a vault holds although nobody gave them as a reply.
  static func words(in home: TerminalHome) throws -> [String] {
    let journal = try home.unlock()
    let offered = try journal.drafts().flatMap(\.offered).compactMap { reply -> String? in
      guard case .answer(let values) = reply.reply else { return nil }
      return values.first?.scriptText
    }
    let remarks = try journal.drafts().flatMap(\.replies).compactMap { reply -> String? in
      guard case .form(.note(let text)) = reply.reply else { return nil }
      return text.plaintext
    }
    let notes = try journal.history().entries.flatMap { $0.body?.notes ?? [] }
    return offered + remarks + notes.map(\.text.plaintext)
  }
}
