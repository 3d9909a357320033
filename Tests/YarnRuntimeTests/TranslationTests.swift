import Testing
import YarnRuntime

@Suite struct `A translated program` {
  let source = """
    {2} boxes from {"Mae"} #line:boxes
    Hello #line:hello
    Again {1} and {2} #line:again
    \\{0\\} in braces #line:braces
    Hello #shadow:hello
    [plural value={1} one="one" other="%"/] left #line:left
    -> Yes {3} #line:yes
    """

  private func play(_ texts: [String: String]) throws -> [String] {
    let script = try Script(source)
    let translation = script.program.translated(texts: texts, locale: "de")
    #expect(translation.faults.isEmpty)
    var dialogue = Dialogue(program: translation.program, seed: 1)
    try dialogue.start(at: "Start")
    return try script.play(&dialogue)
  }

  @Test func `says its lines in another language`() throws {
    #expect(
      try play([
        "line:boxes": "Von {1} kommen {0} Kisten", "line:hello": "Anna: [b]Hallo[/b]",
        "line:again": "Nur {1}, {1}, {1}", "line:braces": "in Klammern {0}",
        "line:yes": "Ja {0}",
      ]) == [
        "Von Mae kommen 2 Kisten", "Anna: Hallo", "Nur 2, 2, 2", "in Klammern {0}",
        "Anna: Hallo", "one left", "-> Ja 3",
      ])
  }

  @Test func `keeps the text of lines without a translation`() throws {
    #expect(
      try play(["line:hello": "", "line:nowhere": "Nirgends", "line:again": "Ohne Zahl"]) == [
        "2 boxes from Mae", "Hello", "Ohne Zahl", "{0} in braces", "Hello", "one left", "-> Yes 3",
      ])
  }

  @Test func `hands over the values in the order of the script`() throws {
    let translation = try Script(source).program
      .translated(texts: ["line:boxes": "{1}: {0}"], locale: "de")
    var dialogue = Dialogue(program: translation.program, seed: 1)
    try dialogue.start(at: "Start")
    _ = try dialogue.next(using: Library())

    guard case .line(let line) = try dialogue.next(using: Library()) else {
      Issue.record("a line comes first")
      return
    }
    #expect(line.values == ["2", "Mae"])
    #expect(line.character == "Mae")
    #expect(translation.program.lines["line:boxes"]?.text == "{1}: {0}")
    #expect(dialogue.locale == "de")
  }

  @Test(arguments: [
    ("line:hello", "Hallo {0}", TranslationFault.Problem.unknownPlaceholder(0, expressionCount: 0)),
    ("line:boxes", "{0} {2}", .unknownPlaceholder(2, expressionCount: 2)),
    ("line:boxes", "{0} {name}", .malformedPlaceholder),
    ("line:boxes", "{0", .malformedPlaceholder),
    ("line:boxes", "{99999999999999999999}", .malformedPlaceholder),
  ])
  func `tells which text cannot be used`(
    id: String, text: String, problem: TranslationFault.Problem
  ) throws {
    let program = try Script(source).program
    let translation = program.translated(texts: [id: text], locale: "de")

    #expect(translation.faults == [TranslationFault(lineID: id, problem: problem)])
    #expect(translation.program.lines[id] == program.lines[id])
  }

  @Test func `tells which markup cannot be read`() throws {
    let faults = try Script(source).program
      .translated(texts: ["line:hello": "[b]Hallo"], locale: "de").faults

    #expect(faults.map(\.lineID) == ["line:hello"])
    #expect(faults[0].description.hasPrefix("the text of ‘line:hello’ has markup that cannot be"))
  }
}
