import Testing

@testable import Questionnaires

@Suite struct `The check of a form` {
  private func faults(_ items: String) throws -> [String] {
    try Sample.form(items).faults().map { "\($0.linkID) \($0.problem)" }
  }

  @Test func `finds nothing in a good form`() throws {
    #expect(try faults("{'linkId': 'a', 'type': 'boolean', 'text': 'A?'}") == [])
  }

  @Test func `finds faults of structure`() throws {
    let found = try faults(
      """
      {'linkId': 'a', 'type': 'group'},
      {'linkId': 'a', 'type': 'display', 'required': true},
      {'linkId': 'f', 'type': 'attachment'},
      {'type': 'boolean'},
      {'linkId': 'r', 'type': 'choice', 'answerValueSet': 'https://example.org/set'}
      """)

    #expect(
      found == [
        "a emptyGroup", "a duplicateLinkID", "a displayWith(\"required\")",
        "f unaskableType(\"attachment\")", " missingLinkID",
        "r remoteValueSet(\"https://example.org/set\")",
      ])
  }

  @Test func `finds a name for repetitions where nothing repeats`() throws {
    let label = "'extension': [{'url': 'https://kith.example/StructureDefinition/itemLabel',"
    let form = """
      {'linkId': 'q', 'type': 'string', 'text': 'Q?', \(label) 'valueBoolean': true}]},
      {'linkId': 'r', 'type': 'string', 'text': 'R?', \(label) 'valueString': 'q'}]},
      {'linkId': 'g', 'type': 'group', 'text': 'G', 'repeats': true, \(label)
       'valueBoolean': true}], 'item': [{'linkId': 'g.a', 'type': 'string', 'text': 'A?'}]},
      {'linkId': 'h', 'type': 'group', 'text': 'H', 'repeats': true, \(label)
       'valueString': 'q'}], 'item': [{'linkId': 'h.a', 'type': 'string', 'text': 'A?'}]},
      {'linkId': 'i', 'type': 'group', 'text': 'I', 'repeats': true, \(label)
       'valueString': 'i.a'}], 'item': [{'linkId': 'i.a', 'type': 'string', 'text': 'A?'}]}
      """

    #expect(
      try faults(form) == [
        "q misplacedItemLabel", "r misplacedItemLabel", "g misplacedItemLabel",
        "h unknownItemLabel(q)",
      ])
  }

  private func conditionFaults(_ condition: String) throws -> [FormFault.Problem] {
    try Sample.form(
      """
      {'linkId': 'n', 'type': 'integer', 'text': 'N?'},
      {'linkId': 'c', 'type': 'choice', 'text': 'C?',
       'answerOption': [{'valueCoding': {'code': 'x'}}]},
      {'linkId': 'g', 'type': 'group', 'repeats': true, 'text': 'G', 'item': [
        {'linkId': 'g.n', 'type': 'integer', 'text': 'N?'}]},
      {'linkId': 'q', 'type': 'string', 'text': 'Q?', 'enableWhen': [\(condition)]}
      """
    ).faults().map(\.problem)
  }

  @Test(arguments: [
    ("'question': 'n', 'operator': '>', 'answerInteger': 3", [FormFault.Problem]()),
    ("'question': 'x', 'operator': '=', 'answerInteger': 3", [.unknownTarget("x")]),
    (
      "'question': 'q', 'operator': '=', 'answerString': 's'",
      [
        .targetInside("q"), .circularConditions,
      ]
    ),
    ("'question': 'n', 'operator': '=', 'answerBoolean': true", [.typeMismatch("n")]),
    ("'question': 'n', 'operator': 'exists', 'answerInteger': 1", [.existsWithoutBoolean("n")]),
    ("'question': 'c', 'operator': '=', 'answerCoding': {'code': 'y'}", [.noSuchOption("c")]),
    ("'question': 'g', 'operator': 'exists', 'answerBoolean': true", [.targetIsNoQuestion("g")]),
    ("'question': 'g.n', 'operator': '=', 'answerInteger': 1", [.targetInRepeatingGroup("g.n")]),
    ("'question': 'n', 'operator': '!=', 'answerInteger': 1", [.disputedInequality("n")]),
    ("'question': 'n', 'operator': '='", [.unreadableCondition]),
  ])
  func `finds faults in conditions`(condition: String, problems: [FormFault.Problem]) throws {
    #expect(try conditionFaults("{\(condition)}") == problems)
  }

  @Test func `finds expressions that cannot be read`() throws {
    let found = try Sample.form(
      """
      {'linkId': 'a', 'type': 'boolean', 'text': 'A?', 'extension': [{
        'url': '\(ExtensionURL.enableWhenExpression)',
        'valueExpression': {'language': 'text/fhirpath', 'expression': 'true and'}}]}
      """
    ).faults()

    #expect(found.map(\.code) == ["expression"])
    #expect(found.map(\.severity) == [.error])
  }

  @Test func `asks how several conditions are joined`() throws {
    let one = "{'question': 'n', 'operator': '>', 'answerInteger': 3}"

    #expect(try conditionFaults("\(one), \(one)") == [.missingEnableBehavior])
  }
}

@Suite struct `The check of a response` {
  private func faults(_ items: [QuestionnaireResponse.Item], _ status: QuestionnaireResponse.Status)
    throws -> [ResponseFault.Problem]
  {
    try Sample.form(
      """
      {'linkId': 'a', 'type': 'boolean', 'required': true, 'text': 'A?'},
      {'linkId': 'b', 'type': 'integer', 'text': 'B?',
       'enableWhen': [{'question': 'a', 'operator': '=', 'answerBoolean': true}]},
      {'linkId': 'g', 'type': 'group', 'item': [{'linkId': 'c', 'type': 'string', 'text': 'C?'}]}
      """
    ).faults(in: QuestionnaireResponse(status: status, items: items)).map(\.problem)
  }

  @Test func `lets drafts be incomplete`() throws {
    #expect(try faults([], .inProgress) == [])
    #expect(try faults([], .completed) == [.missing])
  }

  @Test func `finds answers that do not apply`() throws {
    let items: [QuestionnaireResponse.Item] = [
      .init(linkID: "a", answers: [.init(.boolean(false))]),
      .init(linkID: "b", answers: [.init(.integer(1))]),
    ]

    #expect(try faults(items, .completed) == [.disabled])
    #expect(try faults(items, .inProgress) == [])
  }

  @Test func `finds what does not fit the form`() throws {
    let items: [QuestionnaireResponse.Item] = [
      .init(linkID: "a", answers: [.init(.integer(1))]),
      .init(linkID: "a", answers: [.init(.boolean(true))]),
      .init(linkID: "c", answers: [.init("x")]),
      .init(linkID: "g", answers: [.init("x")]),
    ]

    #expect(
      try faults(items, .inProgress) == [
        .answer(.wrongType), .repeatedItem, .unknownItem, .misplacedContent,
      ])
  }
}
