import Testing

@testable import YarnRuntime

@Suite(.enabled(if: Suites.arePresent, "the official cases are not here; set KITH_SUITES"))
struct `Official markup` {
  struct Case: Decodable {
    struct Attribute: Decodable {
      var name: String
      var pos: Int
      var len: Int
      var props: [String: Property]
    }

    struct Property: Decodable {
      var i: Int?
      var f: Float?
      var b: Bool?
      var s: String?

      var value: MarkupValue? {
        i.map(MarkupValue.integer) ?? f.map(MarkupValue.float) ?? b.map(MarkupValue.bool)
          ?? s.map(MarkupValue.string)
      }
    }

    var `in`: String
    var locale: String
    var text: String?
    var attrs: [Attribute]?

    /// The result in a form that both engines can be compared in; the official engine's marks for
    /// its own use are left out.
    var expected: [String] {
      [text ?? ""]
        + (attrs ?? []).map { attribute in
          let properties = attribute.props.filter { !$0.key.hasPrefix("_internal") }
            .map { "\($0.key)=\($0.value.value?.text ?? "")" }.sorted()
          return "\(attribute.name) \(attribute.pos) \(attribute.len) \(properties)"
        }
    }

    var found: [String] {
      let line = MarkedText(self.in, locale: locale)
      return [line.text]
        + line.attributes.map { attribute in
          let properties = attribute.properties.map { "\($0.name)=\($0.value.text)" }.sorted()
          return "\(attribute.name) \(attribute.position) \(attribute.length) \(properties)"
        }
    }
  }

  struct PluralCase: Decodable {
    var locale: String
    var n: String
    var cardinal: String
    var ordinal: String
  }

  @Test func `is parsed as expected`() throws {
    for (index, markup) in try Suites.cases("markup.jsonl", as: Case.self).enumerated()
    where markup.text != nil {
      #expect(
        (markup.expected == markup.found) == !KnownFailures.markup.contains(index),
        "\(index) \(markup.in): expected \(markup.expected), found \(markup.found)")
    }
  }

  @Test func `knows the plurals of languages`() throws {
    for plural in try Suites.cases("plurals.jsonl", as: PluralCase.self) {
      let name = "\(plural.locale) \(plural.n)"
      let number = try #require(PluralOperands(plural.n))
      let rules = PluralRules(locale: plural.locale)
      let found = [rules.cardinal(number).rawValue, rules.ordinal(number).rawValue]
      let expected = [plural.cardinal.lowercased(), plural.ordinal.lowercased()]
      #expect(
        (expected == found) == !KnownFailures.plurals.contains(name),
        "\(name): expected \(expected), found \(found)")
    }
  }
}
