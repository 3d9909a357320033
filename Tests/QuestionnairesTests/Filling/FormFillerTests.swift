import Testing

@testable import Questionnaires

@Suite struct `A form being filled in` {
  /// Takes every step to the end: answers from the list by link id, skips everything else.
  private func steps(
    _ filler: inout FormFiller, _ answers: [LinkID: [[AnswerValue]]] = [:], limit: Int = 50
  ) throws -> [String] {
    var answers = answers
    var seen: [String] = []
    for _ in 0..<limit {
      switch filler.step {
      case .complete, .review: return seen
      case .display(let text):
        seen.append(text)
        filler.next()
      case .ask(let question):
        seen.append("\(question.path)")
        let waiting = answers[question.linkID] ?? []
        if let values = waiting.first {
          answers[question.linkID] = Array(waiting.dropFirst())
          try filler.answer(values)
        } else {
          try filler.skip()
        }
      }
    }
    return seen
  }

  @Test func `says and asks everything in order`() throws {
    var filler = FormFiller(
      try Sample.form(
        """
        {'linkId': 'hello', 'type': 'display', 'text': 'Hello.'},
        {'linkId': 'g', 'type': 'group', 'text': 'A group', 'item': [
          {'linkId': 'a', 'type': 'string', 'text': 'A?'},
          {'linkId': 'b', 'type': 'integer', 'text': 'B?'}]},
        {'linkId': 'c', 'type': 'boolean', 'text': 'C?'}
        """))

    #expect(try steps(&filler, ["a": [["x"]]]) == ["Hello.", "A group", "g/a", "g/b", "c"])
    #expect(
      filler.response
        == QuestionnaireResponse(
          questionnaire: "https://example.org/form|1.0.0", status: .completed,
          items: [.init(linkID: "g", items: [.init(linkID: "a", answers: [.init("x")])])]))
  }

  @Test func `numbers its questions and names the group`() throws {
    var filler = FormFiller(
      try Sample.form(
        """
        {'linkId': 'g', 'type': 'group', 'text': 'In the last two weeks', 'item': [
          {'linkId': 'a', 'type': 'boolean', 'text': 'A?'},
          {'linkId': 'b', 'type': 'boolean', 'text': 'B?'}]}
        """))
    filler.next()
    try filler.answer([.boolean(true)])
    guard case .ask(let question) = filler.step else {
      Issue.record("a question has to wait")
      return
    }

    #expect(question.position == .init(number: 2, total: 2))
    #expect(question.groupText == "In the last two weeks")
  }

  @Test func `refuses to skip only what is required`() throws {
    var filler = FormFiller(
      try Sample.form("{'linkId': 'a', 'type': 'boolean', 'required': true, 'text': 'A?'}"))

    #expect(throws: AnswerProblem.required) { try filler.skip() }
    try filler.answer([.boolean(false)])
    #expect(filler.step == .complete)
    #expect(throws: AnswerProblem.nothingAsked) { try filler.skip() }
  }

  @Test func `refuses answers that do not fit`() throws {
    var filler = FormFiller(try Sample.form("{'linkId': 'a', 'type': 'boolean', 'text': 'A?'}"))
    let before = filler

    #expect(throws: AnswerProblem.wrongType) { try filler.answer([.integer(1)]) }
    #expect(throws: AnswerProblem.onlyOne) {
      try filler.answer([.boolean(true), .boolean(false)])
    }
    #expect(filler == before)
  }

  static let conditional = """
    {'linkId': 'a', 'type': 'boolean', 'text': 'A?'},
    {'linkId': 'b', 'type': 'string', 'text': 'B?',
     'enableWhen': [{'question': 'a', 'operator': '=', 'answerBoolean': true}]},
    {'linkId': 'c', 'type': 'string', 'text': 'C?',
     'enableWhen': [{'question': 'b', 'operator': 'exists', 'answerBoolean': true}]}
    """

  @Test func `asks what the answers lead to`() throws {
    let form = try Sample.form(Self.conditional)
    var yes = FormFiller(form)
    var no = FormFiller(form)

    #expect(
      try steps(&yes, ["a": [[.boolean(true)]], "b": [["x"]]]) == ["a", "b", "c"])
    #expect(try steps(&no, ["a": [[.boolean(false)]]]) == ["a"])
  }

  @Test func `forgets disabled answers only when it is complete`() throws {
    let form = try Sample.form(Self.conditional)
    let earlier = QuestionnaireResponse(items: [
      .init(linkID: "a", answers: [.init(.boolean(true))]),
      .init(linkID: "b", answers: [.init("x")]),
      .init(linkID: "c", answers: [.init("y")]),
    ])
    var filler = FormFiller(form, response: earlier)
    #expect(filler.response == earlier)

    #expect(filler.isEnabled("c"))
    try filler.answer([.boolean(false)])

    #expect(filler.isEnabled("c") == false)
    #expect(filler.step == .complete)
    #expect(
      filler.response
        == QuestionnaireResponse(
          status: .completed, items: [.init(linkID: "a", answers: [.init(.boolean(false))])]))
  }

  @Test func `gives the same steps for the same answers`() throws {
    let form = try Sample.form(Self.conditional)
    var first = FormFiller(form)
    var second = FormFiller(form)
    try first.answer([.boolean(true)])
    try second.answer([.boolean(true)])

    #expect(first == second)
    #expect(first != FormFiller(form))
  }

  @Test func `asks only what it was told to`() throws {
    let form = try Sample.form(
      """
      {'linkId': 'a', 'type': 'boolean', 'text': 'A?'},
      {'linkId': 'g', 'type': 'group', 'text': 'G', 'item': [
        {'linkId': 'g.a', 'type': 'boolean', 'text': 'GA?'},
        {'linkId': 'g.b', 'type': 'boolean', 'text': 'GB?'}]},
      {'linkId': 'z', 'type': 'boolean', 'text': 'Z?'}
      """)
    var part = FormFiller(form, asking: ["z", "g.b"])
    var group = FormFiller(form, asking: ["g"])

    #expect(try steps(&part) == ["g/g.b", "z"])
    #expect(try steps(&group) == ["G", "g/g.a", "g/g.b"])
  }

  @Test func `adds to answers given before and shows them`() throws {
    let form = try Sample.form(
      """
      {'linkId': 'a', 'type': 'integer', 'text': 'A?'},
      {'linkId': 'b', 'type': 'integer', 'text': 'B?'}
      """)
    var first = FormFiller(form, asking: ["b"])
    try first.answer([.integer(2)])
    var second = FormFiller(form, response: first.response)
    try second.answer([.integer(1)])
    guard case .ask(let question) = second.step else {
      Issue.record("a question has to wait")
      return
    }

    #expect(question.previous == [.integer(2)])
    #expect(second.response.items.map(\.linkID) == ["a", "b"])
    try second.skip()
    #expect(second.response.items.map(\.linkID) == ["a"])
  }

  static let people = """
    {'linkId': 'p', 'type': 'group', 'repeats': true, 'text': 'A person',
     'extension': [
       {'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs', 'valueInteger': 3},
       {'url': 'https://kith.example/StructureDefinition/itemLabel', 'valueString': 'p.name'}],
     'item': [
      {'linkId': 'p.name', 'type': 'string', 'text': 'Name?'},
      {'linkId': 'p.near', 'type': 'boolean', 'text': 'Near?'},
      {'linkId': 'p.how', 'type': 'string', 'text': 'How?',
       'enableWhen': [{'question': 'p.near', 'operator': '=', 'answerBoolean': true}]}]},
    {'linkId': 'z', 'type': 'boolean', 'text': 'Z?'}
    """

  @Test func `repeats a group as often as wanted`() throws {
    var filler = FormFiller(try Sample.form(Self.people))
    let seen = try steps(
      &filler,
      [
        "p.name": [["Ana"], ["Ben"]], "p.near": [[.boolean(true)], [.boolean(false)]],
        "p.how": [["on foot"]], "p": [[.boolean(true)], [.boolean(false)]],
      ])

    #expect(
      seen == [
        "A person", "p/p.name", "p/p.near", "p/p.how", "p[1]",
        "A person", "p[1]/p.name", "p[1]/p.near", "p[2]", "z",
      ])
    #expect(filler.response.answers(to: "p.name") == ["Ana", "Ben"])
    #expect(filler.response.answers(to: "p.how") == ["on foot"])
    #expect(filler.response.items.map(\.linkID) == ["p", "p"])
  }

  @Test func `looks for the answer in the same repetition`() throws {
    let form = try Sample.form(Self.people)
    let person = { (name: AnswerValue, isNear: Bool) in
      QuestionnaireResponse.Item(
        linkID: "p",
        items: [
          .init(linkID: "p.name", answers: [.init(name)]),
          .init(linkID: "p.near", answers: [.init(.boolean(isNear))]),
        ])
    }
    let response = QuestionnaireResponse(items: [person("Ana", false), person("Ben", true)])
    let tree = FormTree(form, response: response)

    #expect(
      tree.nodes.filter { form.index.items[$0.item].linkID == "p.how" && $0.isEnabled }.map(
        \.path.description)
        == ["p[1]/p.how"])
  }

  @Test func `comes to an end where conditions lead in a circle`() throws {
    let filler = FormFiller(
      try Sample.form(
        """
        {'linkId': 'a', 'type': 'boolean', 'text': 'A?',
         'enableWhen': [{'question': 'b', 'operator': 'exists', 'answerBoolean': true}]},
        {'linkId': 'b', 'type': 'boolean', 'text': 'B?',
         'enableWhen': [{'question': 'a', 'operator': 'exists', 'answerBoolean': true}]}
        """))

    #expect(filler.step == .complete)
  }

  @Test func `says what it cannot ask`() throws {
    let filler = FormFiller(
      try Sample.form("{'linkId': 'a', 'type': 'attachment', 'text': 'A picture?'}"))

    #expect(
      filler.step
        == .display(
          "A picture? (This asks for something that cannot be given here, so it is passed over.)"))
  }

  @Test func `asks for no more repetitions than are allowed, nor after an empty one`() throws {
    let form = try Sample.form(Self.people)
    var full = FormFiller(form)
    var empty = FormFiller(form)
    let yes = [AnswerValue.boolean(true)]
    let answers: [LinkID: [[AnswerValue]]] = [
      "p.name": [["A"], ["B"], ["C"]], "p": [yes, yes, yes],
    ]

    #expect(
      try steps(&full, answers).filter { !$0.contains("/") }
        == ["A person", "p[1]", "A person", "p[2]", "A person", "z"])
    #expect(try steps(&empty) == ["A person", "p/p.name", "p/p.near", "z"])
  }

  @Test func `names the repetition a question belongs to`() throws {
    var filler = FormFiller(try Sample.form(Self.people))
    filler.next()
    try filler.answer(["Ana"])
    guard case .ask(let question) = filler.step else {
      Issue.record("a question has to wait")
      return
    }

    #expect(question.instanceLabel == "Ana")
  }

  @Test func `nests what a question leads to under its answer`() throws {
    var filler = FormFiller(
      try Sample.form(
        """
        {'linkId': 'a', 'type': 'boolean', 'text': 'A?', 'item': [
          {'linkId': 'b', 'type': 'string', 'text': 'B?'}]}
        """))

    #expect(try steps(&filler, ["a": [[.boolean(true)]], "b": [["x"]]]) == ["a", "a/b"])
    #expect(
      filler.response.items == [
        .init(
          linkID: "a",
          answers: [
            .init(.boolean(true), items: [.init(linkID: "b", answers: [.init("x")])])
          ])
      ])
  }

  @Test func `begins with the first values of the form and hides what is hidden`() throws {
    var filler = FormFiller(
      try Sample.form(
        """
        {'linkId': 'h', 'type': 'string', 'text': 'H', 'initial': [{'valueString': 'v'}],
         'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden',
          'valueBoolean': true}]},
        {'linkId': 'r', 'type': 'integer', 'readOnly': true, 'text': 'R'},
        {'linkId': 'a', 'type': 'integer', 'text': 'A?', 'initial': [{'valueInteger': 4}]}
        """))

    #expect(try steps(&filler) == ["a"])
    #expect(filler.response.answers(to: "h") == ["v"])
    #expect(filler.response.answers(to: "a") == [])
  }

  @Test func `tells what becomes of an answer`() throws {
    let rule = "{'url': 'https://kith.example/StructureDefinition/retention', 'valueCode': "
    let form = try Sample.form(
      """
      {'linkId': 'g', 'type': 'group', 'extension': [\(rule)'never'}], 'item': [
        {'linkId': 'a', 'type': 'boolean', 'text': 'A?', 'extension': [\(rule)'ask'}]}]},
      {'linkId': 'b', 'type': 'boolean', 'text': 'B?', 'extension': [\(rule)'ask'}]}
      """)
    guard case .ask(let question) = FormFiller(form).step else {
      Issue.record("a question has to wait")
      return
    }

    #expect(question.retention == .never)
    #expect(form.retention(of: "b") == .ask)
    #expect(form.linkIDs(with: .never) == ["g", "a"])
  }
}

extension AnswerValue: ExpressibleByStringLiteral {
  /// Makes an answer in own words.
  public init(stringLiteral value: String) {
    self = .string(PrivateText(value))
  }
}
