import Coach
import Console
import Foundation
import Questionnaires
import Testing

@testable import kith

extension Stage {
  /// Puts a vault with a few entries of several kinds into the home.
  func keepEntries() throws {
    var journal = try VaultGate(
      host(try GlobalOptions.parse([]), ["", ""], Output(), Output())
    ).create(words: "")
    for record in try Self.records() {
      try journal.keep(record, now: try #require(LocalTime("2026-11-01T08:00:00Z")))
    }
  }

  /// Eight records: a person, and seven entries that are listed.
  static func records() throws -> [Record] {
    let mum = "0abc1230-0000-4000-8000-000000000000"
    return [
      try person(mum, named: "Mum"),
      try note(
        "a1b20001", "2024-11-23T07:15:00+01:00", .note, "Two years ago, and so tired of it all."),
      try note(
        "a1b20002", "2025-11-23T20:00:00+01:00", .session,
        "Özgür said that I look better than in the spring."),
      try checkIn("c3d40003", "2026-10-05T19:30:00+02:00", good: "A walk by the harbour with Mum."),
      try note(
        "e5f60004", "2026-10-18T22:05:00+02:00", .note,
        "Mum asked when we would visit. I said soon. I wanted to say that the drive is too much "
          + "right now with the baby and that I need her to come here instead. She sounded small.",
        tags: ["family", "work"], people: [mum]),
      try note(
        "e5f70005", "2026-11-02T09:00:00+01:00", .goal, "Ask for help before I am at the end.",
        tags: ["family"]),
      try note(
        "12340006", "2026-11-15T21:00:00+01:00", .plan, "Ring Deniz. Tea. The blue blanket."),
      try note("77770007", "2026-11-22T18:45:00+01:00", .draft, "and then she"),
    ]
  }

  private static func note(
    _ id: String, _ at: String, _ kind: Record.Kind, _ text: String, tags: [String] = [],
    people: [String] = []
  ) throws -> Record {
    Record(
      id: "\(id)-0000-4000-8000-000000000000", kind: kind, at: try #require(LocalTime(at)),
      tz: "Europe/Berlin", tags: tags, people: people,
      body: Entry(notes: [
        Note(prompt: "I01", question: "What is on your mind?", text: PrivateText(text))
      ]))
  }

  private static func checkIn(_ id: String, _ at: String, good: String) throws -> Record {
    let response = QuestionnaireResponse(
      status: .completed,
      items: [
        .init(linkID: "chk.mood", answers: [.init(.integer(6))]),
        .init(linkID: "chk.good", answers: [.init(.string(PrivateText(good)))]),
        .init(linkID: "chk.hard", answers: [.init(.string("The evenings."))]),
      ])
    return Record(
      id: "\(id)-0000-4000-8000-000000000000", kind: .checkIn, at: try #require(LocalTime(at)),
      tz: "Europe/Berlin",
      body: Entry(forms: [FilledForm(form: "check-in", response: response)]))
  }

  private static func person(_ id: String, named name: String) throws -> Record {
    let response = QuestionnaireResponse(items: [
      .init(linkID: "inv.name", answers: [.init(.string(PrivateText(name)))])
    ])
    return Record(
      id: id, kind: .person, at: try #require(LocalTime("2024-11-20T10:00:00+01:00")),
      tz: "Europe/Berlin",
      body: Entry(forms: [FilledForm(form: Person.form, response: response)]))
  }
}
