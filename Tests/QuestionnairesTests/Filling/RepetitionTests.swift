import Testing

@testable import Questionnaires

@Suite struct `Repetitions of a group` {
  static let people = """
    {'linkId': 'p', 'type': 'group', 'repeats': true, 'text': 'Person',
     'extension': [
       {'url': 'https://kith.example/StructureDefinition/itemLabel', 'valueString': 'p.name'}],
     'item': [
      {'linkId': 'p.near', 'type': 'boolean', 'text': 'Near?'},
      {'linkId': 'p.name', 'type': 'string', 'text': 'Name?'}]},
    {'linkId': 'z', 'type': 'boolean', 'text': 'Z?'}
    """
  let yes = FormMove.answer([.boolean(true)])
  let no = FormMove.answer([.boolean(false)])

  /// A form with three people, waiting for whether there is one more.
  private func three(_ change: (inout FormOptions) -> Void = { _ in }) throws -> FormFiller {
    var options = FormOptions()
    change(&options)
    var filler = FormFiller(try Sample.form(Self.people), options: options)
    for name in ["Ana", "Ben", "Cem"] {
      if case .display = filler.step { try filler.take(.next) }
      try filler.take(.answer([.string(PrivateText(name))]))
      if options.namesFirst.isEmpty { try filler.take(yes) }
      if name != "Cem" { try filler.take(yes) }
    }
    return filler
  }

  private func places(_ filler: FormFiller) -> [String?] { [filler.current?.description] }

  @Test func `are asked for their name first`() throws {
    var filler = FormFiller(try Sample.form(Self.people))
    try filler.take(.next)

    #expect(filler.current == .at("p", "p.name"))
    try filler.take(.answer(["Ana"]))
    #expect(filler.current == .at("p", "p.near"))
  }

  @Test func `have headings with their names`() throws {
    let filler = try three()

    #expect(
      filler.repetitions(of: .at("p")).map(\.heading) == [
        "Person 1: Ana", "Person 2: Ben", "Person 3: Cem",
      ])
  }

  @Test func `are all named before the details where this is wanted`() throws {
    var filler = try three { $0.namesFirst = ["p"] }
    #expect(filler.current == .at("p[3]"))
    try filler.take(no)
    #expect(filler.step == .display("Person"))
    #expect(filler.text?.repetition?.heading == "Person 1: Ana")
    try filler.take(.next)
    #expect(filler.current == .at("p", "p.near"))
    try filler.take(.jump(.at("p[2]", "p.near")))
    try filler.take(no)
    #expect(filler.current == .at("p", "p.near"))
    try filler.take(yes)
    try filler.take(.next)
    #expect(filler.current == .at("p[1]", "p.near"))
    #expect(filler.outline.entries.filter { $0.state == .open }.count == 2)
  }

  @Test func `are taken away without touching the others, and come back`() throws {
    var filler = try three()
    try filler.take(no)
    let before = filler
    try filler.take(.remove(.at("p[1]")))

    #expect(filler.response.answers(to: "p.name") == ["Ana", "Cem"])
    #expect(filler.current == .at("z"))
    try filler.take(.undo)
    #expect(filler == before)
    #expect(filler.response.answers(to: "p.name") == ["Ana", "Ben", "Cem"])
  }

  @Test func `leave an answer changed back as it was`() throws {
    var filler = try three()
    try filler.take(no)
    let before = filler.response
    try filler.take(.jump(.at("p", "p.near")))
    try filler.take(no)
    #expect(filler.current == .at("z"))
    try filler.take(.jump(.at("p", "p.near")))
    try filler.take(yes)

    #expect(filler.response == before)
    #expect(filler.current == .at("z"))
  }

  @Test func `are added later, with the way back to where the person was`() throws {
    var filler = try three()
    try filler.take(no)
    try filler.take(.add(.at("p")))
    #expect(filler.step == .display("Person"))
    try filler.take(.next)
    try filler.take(.answer(["Dan"]))
    try filler.take(no)
    #expect(filler.current == .at("p[4]"))
    try filler.take(no)

    #expect(filler.current == .at("z"))
    #expect(filler.response.answers(to: "p.name") == ["Ana", "Ben", "Cem", "Dan"])
  }

  @Test func `are never added while an empty one is there`() throws {
    var filler = FormFiller(try Sample.form(Self.people))
    try filler.take(.next)
    try filler.take(.add(.at("p")))

    #expect(filler.current == .at("p", "p.name"))
    #expect(filler.repetitions(of: .at("p")).count == 1)
  }

  @Test func `change places`() throws {
    var filler = try three()
    try filler.take(.move(.at("p[2]"), to: 0))

    #expect(filler.response.answers(to: "p.name") == ["Cem", "Ana", "Ben"])
    #expect(filler.current == .at("p[3]"))
    #expect(throws: AnswerProblem.noSuchPlace) { try filler.take(.move(.at("p[3]"), to: 0)) }
  }

  @Test func `are opened again by going back from no more`() throws {
    var filler = try three()
    try filler.take(no)
    try filler.take(.back)
    #expect(filler.current == .at("p[3]"))
    try filler.take(.back)
    #expect(filler.current == .at("p[2]", "p.near"))
  }

  @Test func `are found by what the person calls them`() throws {
    let filler = try three()

    #expect(filler.outline.entries(matching: "ben").map(\.path) == [.at("p[1]")])
  }

  @Test func `need what is required in each of them`() throws {
    let form = try Sample.form(
      """
      {'linkId': 'p', 'type': 'group', 'repeats': true, 'text': 'Person', 'item': [
        {'linkId': 'n', 'type': 'string', 'text': 'Name?', 'required': true},
        {'linkId': 'm', 'type': 'string', 'text': 'More?'}]}
      """)
    var filler = FormFiller(form)
    for move in [.next, .answer(["Ana"]), .skip, yes, .next, .next, .answer(["x"]), no] {
      try filler.take(move)
    }

    #expect(filler.problems.map(\.path) == [.at("p[1]", "n")])
    #expect(filler.problems.first?.repetition?.number == 2)
  }

  @Test func `make a table where the form wants one`() throws {
    let control = """
      'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
        'valueCodeableConcept': {'coding': [{'code': 'gtable'}]}}]
      """
    let form = try Sample.form(
      """
      {'linkId': 'l', 'type': 'group', 'repeats': true, 'text': 'Line by line', \(control), 'item': [
        {'linkId': 'l.who', 'type': 'choice', 'text': 'Who?', 'answerOption': [
          {'valueCoding': {'code': 'me', 'display': 'I'}},
          {'valueCoding': {'code': 'you', 'display': 'The other'}}]},
        {'linkId': 'l.said', 'type': 'string', 'text': 'What was said?'}]}
      """)
    var filler = FormFiller(form)
    let me = FormMove.answer([.coding(Coding(code: "me"))])
    for move in [.next, me, .answer(["Hello"]), yes, .next, me] { try filler.take(move) }
    let table = try #require(filler.table(of: .at("l")))

    #expect(table.title == "Line by line")
    #expect(table.columns.map(\.text) == ["Who?", "What was said?"])
    #expect(table.rows.map(\.cells) == [["I", "Hello"], ["I", ""]])
  }
}
