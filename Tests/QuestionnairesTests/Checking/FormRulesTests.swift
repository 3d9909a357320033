import Testing

@testable import Questionnaires

/// Each rule of FHIR and of good sense, with a form that breaks it and one that does not.
@Suite struct `The rules of a form` {
  private func codes(_ items: String) throws -> [String] {
    try Sample.form(items).faults().map(\.code)
  }

  private static let choice = "'answerOption': [{'valueCoding': {'code': 'x'}}]"

  @Test(arguments: [
    ("'type': 'group'", "que-1"),
    ("'type': 'display', 'item': [{'linkId': 'b', 'type': 'string'}]", "que-1"),
    ("'type': 'group', 'item': [{'linkId': 'a', 'type': 'string'}]", "que-2"),
    ("'type': 'display', 'code': [{'code': 'x'}]", "que-3"),
    ("'type': 'choice', \(choice), 'answerValueSet': 'https://x'", "que-4"),
    ("'type': 'boolean', \(choice)", "que-5"),
    ("'type': 'display', 'required': false", "que-6"),
    ("'type': 'display', 'repeats': true", "que-6"),
    ("'type': 'display', 'initial': [{'valueString': 'x'}]", "que-8"),
    (
      "'type': 'group', 'initial': [{'valueString': 'x'}], 'item': [{'linkId': 'b', 'type': 'string'}]",
      "que-8"
    ),
    ("'type': 'display', 'readOnly': true", "que-9"),
    ("'type': 'date', 'maxLength': 3", "que-10"),
    ("'type': 'choice', \(choice), 'initial': [{'valueCoding': {'code': 'x'}}]", "que-11"),
    ("'type': 'integer', 'initial': [{'valueInteger': 1}, {'valueInteger': 2}]", "que-13"),
    ("'type': 'integer', 'initial': [{'valueString': 'x'}]", "value-type"),
    ("'type': 'string', 'answerOption': [{'valueInteger': 1}]", "value-type"),
    ("'type': 'choice'", "no-options"),
    ("'type': 'choice', 'answerValueSet': '#x'", "value-set"),
    ("'type': 'choice', 'answerValueSet': 'https://x'", "value-set"),
    ("'type': 'attachment'", "type"), ("'text': 'no type'", "type"),
    (
      "'type': 'string', 'extension': [{'url': '\(ExtensionURL.regex)', 'valueString': '[a-'}]",
      "regex"
    ),
    ("'type': 'string', 'modifierExtension': [{'url': 'https://x'}]", "modifier-extension"),
    (
      "'type': 'string', 'extension': [{'url': '\(ExtensionURL.sdcCriticalExtension)', 'valueUri': 'https://x'}]",
      "critical-extension"
    ),
  ])
  func `are told by their codes`(item: String, code: String) throws {
    let found = try codes("{'linkId': 'a', \(item)}")

    #expect(found.contains(code))
  }

  @Test(arguments: [
    "'type': 'group', 'item': [{'linkId': 'b', 'type': 'display', 'text': 'B'}]",
    "'type': 'display'",
    "'type': 'choice', \(choice), 'repeats': true",
    "'type': 'integer', 'answerOption': [{'valueInteger': 1}]",
    "'type': 'time', 'answerOption': [{'valueTime': '10:00:00'}]",
    "'type': 'string', 'maxLength': 3, 'initial': [{'valueString': 'x'}]",
    "'type': 'integer', 'repeats': true, 'initial': [{'valueInteger': 1}, {'valueInteger': 2}]",
    "'type': 'string', 'extension': [{'url': '\(ExtensionURL.regex)', 'valueString': '[a-z]+'}]",
    "'type': 'string', 'extension': [{'url': '\(ExtensionURL.sdcCriticalExtension)', 'valueUri': '\(ExtensionURL.hidden)'}]",
    "'type': 'string', 'item': [{'linkId': 'b', 'type': 'string'}]",
  ])
  func `let a good item pass`(item: String) throws {
    #expect(try codes("{'linkId': 'a', \(item)}") == [])
  }

  @Test(arguments: [
    (1, "", [String]()), (2, "", ["que-12"]), (2, ", 'enableBehavior': 'any'", []),
    (3, "", ["que-12"]),
  ])
  func `ask how conditions are joined`(count: Int, more: String, codes: [String]) throws {
    let condition = "{'question': 'n', 'operator': '>', 'answerInteger': 1}"
    let conditions = Array(repeating: condition, count: count).joined(separator: ",")
    let found = try self.codes(
      """
      {'linkId': 'n', 'type': 'integer'},
      {'linkId': 'a', 'type': 'string', 'enableWhen': [\(conditions)]\(more)}
      """)

    #expect(found == codes)
  }

  @Test func `find circles of conditions, also through groups`() throws {
    let found = try Sample.form(
      """
      {'linkId': 'g', 'type': 'group',
       'enableWhen': [{'question': 'h.b', 'operator': 'exists', 'answerBoolean': true}],
       'item': [{'linkId': 'g.a', 'type': 'string'}]},
      {'linkId': 'h', 'type': 'group',
       'enableWhen': [{'question': 'g.a', 'operator': 'exists', 'answerBoolean': true}],
       'item': [{'linkId': 'h.b', 'type': 'string'}]},
      {'linkId': 'free', 'type': 'string',
       'enableWhen': [{'question': 'g.a', 'operator': 'exists', 'answerBoolean': true}]}
      """
    ).faults()

    #expect(found.map { "\($0.linkID) \($0.code)" } == ["g circular", "h circular"])
  }

  @Test func `warn of what others read differently`() throws {
    let found = try Sample.form(
      """
      {'linkId': 'd', 'type': 'date'},
      {'linkId': 'a', 'type': 'string',
       'enableWhen': [{'question': 'd', 'operator': '>', 'answerDate': '2026-11'}]},
      {'linkId': 'b', 'type': 'string',
       'enableWhen': [{'question': 'd', 'operator': '!=', 'answerDate': '2026-11-01'}]}
      """
    ).faults()

    #expect(found.map(\.code) == ["partial-date", "not-equal"])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func `take a form of a hundred thousand items in one go`() throws {
    let items = (0..<100_000).map { number in
      let condition =
        number == 0
        ? ""
        : ", 'enableWhen': [{'question': 'q\(number - 1)', 'operator': 'exists', 'answerBoolean': true}]"
      return "{'linkId': 'q\(number)', 'type': 'string'\(condition)}"
    }
    let form = try Sample.form(items.joined(separator: ","))

    #expect(form.faults() == [])
    #expect(form.allItems.count == 100_000)
  }
}
