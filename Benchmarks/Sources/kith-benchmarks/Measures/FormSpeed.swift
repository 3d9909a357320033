import Questionnaires

/// How fast forms are opened and filled in.
struct FormSpeed {
  /// Measures opening and answering.
  ///
  /// - Throws: ``BenchError`` when a generated form is faulty.
  func rows() throws -> [Row] {
    try [
      open(1_000), open(10_000, within: .milliseconds(500)), open(100_000),
      answer(1_000, conditions: 200, calculated: 0, "1,000 items, 200 conditions"),
      answer(
        1_000, conditions: 200, calculated: 50, "  and 50 calculated values",
        within: .milliseconds(5)),
      answer(10_000, conditions: 2_000, calculated: 0, "10,000 items, 2,000 conditions"),
      look(1_000),
    ]
  }

  private func open(_ items: Int, within limit: Duration? = nil) throws -> Row {
    let text = GeneratedForm(items: items, conditions: items / 5, calculated: 0).text
    let laps = try (0..<(items > 10_000 ? 3 : 11)).map { _ in
      try Lap.timing { try Self.filler(text) }.1
    }
    return Row("open a form, \(items / 1_000),000 items", Sample(laps: laps), within: limit)
  }

  private func answer(
    _ items: Int, conditions: Int, calculated: Int, _ name: String, within limit: Duration? = nil
  ) throws -> Row {
    let form = GeneratedForm(items: items, conditions: conditions, calculated: calculated)
    var filler = try Self.filler(form.text)
    var laps: [Lap] = []
    while laps.count < 301, filler.step != .complete {
      guard case .ask(let question) = filler.step else {
        filler.next()
        continue
      }
      let answer = Self.answer(to: question)
      laps.append(try Lap.timing { try filler.answer(answer) }.1)
    }
    return Row("answer: \(name)", Sample(laps: laps), within: limit)
  }

  private func look(_ items: Int) throws -> Row {
    let form = GeneratedForm(items: items, conditions: items / 5, calculated: 0)
    let filler = try Self.filler(form.text)
    let laps = (0..<51).map { _ in Lap.timing { filler.review }.1 }
    return Row("review: \(items / 1_000),000 items", Sample(laps: laps))
  }

  private static func filler(_ text: String) throws -> FormFiller {
    FormFiller(try Questionnaire(parsing: text))
  }

  private static func answer(to question: Question) -> [AnswerValue] {
    switch question.kind {
    case .choice: question.options.prefix(1).map(\.value)
    case .integer: [.integer(3)]
    case .boolean: [.boolean(true)]
    default: [.string(PrivateText("some words"))]
    }
  }
}
