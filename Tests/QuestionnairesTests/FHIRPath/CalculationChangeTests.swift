import Testing

@testable import Questionnaires

@Suite struct `A calculation taken up after an answer` {
  typealias Sample = CalculationSample

  /// Values and conditions that look at each other all over the form, some in ways that cannot be
  /// told from their text.
  static func form() throws -> Questionnaire {
    try Sample.form(
      Sample.item("a"), Sample.item("b"),
      Sample.item(
        "g", "group", repeats: true, items: Sample.item("x"),
        Sample.calculated(
          "y",
          "%context.linkId.length() + %resource.descendants().where(linkId='x').answer.value.sum()")
      ),
      Sample.item(
        "c", "integer", Sample.expression("enableWhenExpression", "\(Sample.answer("sum")) > 6")),
      Sample.calculated("sum", "\(Sample.answer("a")) + %v"),
      Sample.calculated("all", "%resource.repeat(item).where(linkId != 'all').answer.value.sum()"),
      Sample.calculated(
        "last",
        "iif(\(Sample.answer("c")).exists(), \(Sample.answer("c")), \(Sample.answer("all")))"),
      Sample.calculated(
        "few", "%resource.item.where(linkId='g').item.where(linkId='x').answer.value.count()"),
      Sample.calculated("odd", "iif(\(Sample.answer("a")) > 3, 'x', 1)"),
      extensions: Sample.expression("variable", "\(Sample.answer("b"))", name: "v"))
  }

  @Test func `gives what it would give anew`() throws {
    let form = try Self.form()
    let calculation = Calculation(form)
    var random = SeededNumbers(state: 7)
    var response = QuestionnaireResponse()
    var previous: CalculationOutcome?
    for _ in 0..<300 {
      Self.change(&response, &random)
      let disabled = { (response: QuestionnaireResponse, conditions: [ItemPath: Bool]) in
        FormTree(form, response: response, conditions: conditions).disabledPaths
      }
      var later = calculation.outcome(of: response, after: previous, disabled: disabled)
      var anew = calculation.outcome(of: response, disabled: disabled)
      #expect(later.values == anew.values)
      #expect(later.conditions == anew.conditions)
      later.faults.sort { "\($0)" < "\($1)" }
      anew.faults.sort { "\($0)" < "\($1)" }
      #expect(later == anew)
      previous = later
      response = later.response
    }
  }

  private static func change(_ response: inout QuestionnaireResponse, _ random: inout SeededNumbers)
  {
    let value = AnswerValue.integer(random.next(below: 8))
    let values = random.next(below: 5) == 0 ? [] : [value]
    switch random.next(below: 7) {
    case 0, 1: response.setAnswers(values, at: "a")
    case 2: response.setAnswers(values, at: "b")
    case 3: response.setAnswers(values, at: "c")
    case 4: response.setAnswers([value], at: "all")
    case 5:
      let group = random.next(below: 3)
      response.setAnswers(
        values, at: ItemPath([.init(linkID: "g", index: group), .init(linkID: "x")]))
    default:
      if let group = response.items.lastIndex(where: { $0.linkID == "g" }) {
        response.items.remove(at: group)
      }
    }
  }

  /// Numbers that are the same in every run.
  struct SeededNumbers {
    var state: UInt64

    mutating func next(below limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
  }
}
