/// Tags that stand for other text.
extension MarkupParser {
  /// Puts other text in the place of a tag and what it encloses.
  ///
  /// - Returns: Whether the tag is one that is replaced.
  mutating func replace(_ opened: OpenTag) throws(MarkupFault) -> Bool {
    let name = opened.tag.name
    if let body = replacements.body(of: name) {
      try replace(opened, body)
      return true
    }
    guard opened.tag.role == .selfClosing else { return false }
    switch name {
    case "select", "plural", "ordinal": append(text: try caseText(for: opened.tag))
    case "br":
      append(text: "\n")
      if opened.tag.value(of: "trimwhitespace") == nil, scanner.isAtWhitespace {
        scanner.takeScalar()
      }
    default: return false
    }
    return true
  }

  private mutating func append(text added: String) {
    text.append(contentsOf: added.utf8)
    length += added.utf16.count
  }

  private mutating func replace(
    _ opened: OpenTag, _ body: MarkupReplacements.Body
  ) throws(MarkupFault) {
    let tag = MarkupAttribute(
      name: opened.tag.name, position: opened.start, length: length - opened.start,
      properties: opened.tag.properties)
    let content: MarkupContent
    do throws(MarkupReplacements.Failure) {
      content = try body(tag, takeContent(of: opened), locale)
    } catch {
      throw MarkupFault(
        .unusable(tag: opened.tag.name, reason: error.reason), at: opened.tag.place)
    }
    text.append(contentsOf: content.text.utf8)
    length += max(0, content.text.utf16.count - content.invisibleLength)
    for attribute in content.attributes {
      var attribute = attribute
      attribute.position += opened.start
      attributes.append(PlacedAttribute(order: opened.order, attribute: attribute))
    }
    shortenOverlaps(from: opened.start)
  }

  /// Takes the text of a tag out of the line, with the attributes that lie inside.
  private mutating func takeContent(of opened: OpenTag) -> MarkupContent {
    var content = MarkupContent(
      text: String(decoding: text[opened.textStart...], as: UTF8.self))
    let inside = attributes[opened.attributeCount...].filter { $0.order > opened.order }
    attributes[opened.attributeCount...].removeAll { $0.order > opened.order }
    content.attributes = inside.sorted { $0.order < $1.order }.map(\.attribute)
    for index in content.attributes.indices { content.attributes[index].position -= opened.start }
    content.invisibleLength = content.text.utf16.count - (length - opened.start)
    text.removeSubrange(opened.textStart...)
    length = opened.start
    return content
  }

  /// Keeps tags that overlap a replaced one inside the text there is.
  private mutating func shortenOverlaps(from start: Int) {
    for index in open.indices where open[index].start > start {
      open[index].start = min(open[index].start, length)
      open[index].textStart = min(open[index].textStart, text.count)
      open[index].attributeCount = min(open[index].attributeCount, attributes.count)
    }
    for index in attributes.indices.reversed() {
      let attribute = attributes[index].attribute
      guard attribute.position + attribute.length > length else { continue }
      let position = min(attribute.position, length)
      attributes[index].attribute.position = position
      attributes[index].attribute.length = max(0, min(attribute.length, length - position))
    }
  }

  /// The text of the case that a `select`, `plural` or `ordinal` tag picks.
  private func caseText(for tag: MarkupTag) throws(MarkupFault) -> String {
    guard let value = tag.value(of: "value") else {
      throw MarkupFault(.missingSelector(tag: tag.name), at: tag.place)
    }
    guard areValuesKnown else { return "" }
    for name in try caseNames(for: value, of: tag) {
      let wanted = name.lowercased()
      let found = tag.properties.first { $0.name.lowercased() == wanted && $0.name != "value" }
      guard let found else { continue }
      return found.value.text.split(separator: "%", omittingEmptySubsequences: false)
        .joined(separator: value.text)
    }
    throw MarkupFault(.missingCase(tag: tag.name), at: tag.place)
  }

  /// The names a case may have, the one Yarn Spinner looks for first.
  private func caseNames(
    for value: MarkupValue, of tag: MarkupTag
  ) throws(MarkupFault) -> [String] {
    if tag.name == "select" { return [value.text] }
    guard let number = PluralOperands(value.shortText) else {
      throw MarkupFault(.noNumber(tag: tag.name), at: tag.place)
    }
    let rules = PluralRules(locale: locale)
    let categories =
      tag.name == "plural"
      ? [rules.cardinal(number), rules.plainCardinal(number)]
      : [rules.ordinal(number), rules.plainOrdinal(number)]
    return categories.map(\.rawValue)
  }
}

extension MarkupValue {
  /// The text with no more digits than tell the number from others: only these count for plurals.
  fileprivate var shortText: String {
    if case .float(let float) = self { return numberText(float) }
    return text
  }
}
