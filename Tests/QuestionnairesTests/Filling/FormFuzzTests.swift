import Foundation
import Testing

@testable import Questionnaires

@Suite struct `Any form under any moves` {
  static let seeds: [UInt64] = Array(0..<120)

  @Test(arguments: seeds)
  func `has a next step, takes moves back, and replays to the same state`(seed: UInt64) throws {
    let form = try RandomForm.make(seed: seed)
    var options = FormOptions()
    options.reviews = seed % 2 == 0
    var filler = FormFiller(form, options: options)
    var person = RandomMoves(seed: seed + 1000)
    var taken: [FormMove] = []
    for _ in 0..<60 {
      let before = filler
      let move = person.move(in: filler)
      do {
        try filler.take(move)
        taken.append(move)
      } catch {
        #expect(filler == before, "\(move) was refused and changed something")
        continue
      }
      try expectSound(filler)
      try expectUndone(filler, to: before, move)
    }

    var again = FormFiller(form, options: options)
    let coded = try JSONDecoder().decode([FormMove].self, from: JSONEncoder().encode(taken))
    for move in coded { try again.take(move) }
    #expect(again == filler)
    #expect(again.step == filler.step)
  }

  @Test(arguments: seeds)
  func `comes to an end that keeps to its rules`(seed: UInt64) throws {
    let form = try RandomForm.make(seed: seed)
    var filler = FormFiller(form)
    var person = RandomMoves(seed: seed)
    var count = 0
    while filler.step != .complete, count < 2000 {
      if case .review = filler.step { break }
      try filler.take(person.answer(in: filler))
      count += 1
    }

    #expect(count < 2000)
    try expectSound(filler)
    if filler.step != .complete { #expect(filler.review.canFinish == false) }
  }

  /// Checks what is true of every filler.
  private func expectSound(_ filler: FormFiller) throws {
    switch filler.step {
    case .ask(let question): #expect(question.path == filler.current)
    case .display: #expect(filler.text != nil)
    case .review, .complete: #expect(filler.current == nil)
    }
    let response = filler.response
    #expect(try QuestionnaireResponse(parsing: response.json.text()) == response)
    if response.status == .completed {
      #expect(filler.questionnaire.faults(in: response) == [])
    }
    let resumed = FormFiller(filler.questionnaire, response: response)
    #expect(resumed.fit.kept == [])
  }

  /// Checks that a move that can be taken back is taken back without a trace.
  private func expectUndone(_ filler: FormFiller, to before: FormFiller, _ move: FormMove) throws {
    guard filler.earlier.count > before.earlier.count else { return }
    var undone = filler
    try undone.take(.undo)
    #expect(undone == before, "\(move) is not wholly taken back")
    #expect(undone.step == before.step, "\(move) is not wholly taken back")
  }
}
