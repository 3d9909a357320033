extension MarkupParser {
  /// Gives the text that stands for a `select`, `plural` or `ordinal` tag; `nil` for other tags.
  func replacement(for tag: MarkupTag) throws(MarkupProblem) -> String? {
    guard tag.name == "select" || tag.name == "plural" || tag.name == "ordinal" else {
      return nil
    }
    guard let value = tag.value(of: "value") else {
      throw MarkupProblem("the tag ‘\(tag.name)’ needs a ‘value’")
    }
    guard areValuesKnown else { return "" }
    let wanted = try caseName(for: value, tag.name)
    let found = tag.properties.first { $0.name.lowercased() == wanted.lowercased() }
    guard let found, found.name != "value" else {
      throw MarkupProblem("the tag ‘\(tag.name)’ has no case for its value")
    }
    return found.value.text.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: value.text)
  }

  private func caseName(for value: MarkupValue, _ tag: String) throws(MarkupProblem) -> String {
    if tag == "select" { return value.text }
    guard let number = PluralOperands(value.text) else {
      throw MarkupProblem("the value of ‘\(tag)’ is no number")
    }
    let rules = PluralRules(locale: locale)
    return (tag == "plural" ? rules.cardinal(number) : rules.ordinal(number)).rawValue
  }
}
