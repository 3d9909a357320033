extension Line {
  /// Makes the line that a person reads from the pieces of a script.
  ///
  /// Markup that cannot be understood stays in the text as it was written.
  init(id: String, pieces: [String], values: [String], tags: [String], locale: String) {
    guard pieces.contains(where: \.needsMarkup) else {
      let text = MarkupUnit.units(pieces: pieces, values: values).map(\.text).joined()
      self.init(id: id, text: text, tags: tags)
      return
    }
    let units = MarkupUnit.units(pieces: pieces, values: values)
    var parser = MarkupParser(units, locale: locale)
    do {
      try parser.parse()
      self.init(
        id: id, fullText: parser.text, tags: tags, attributes: parser.attributes.map(\.attribute))
    } catch {
      self.init(id: id, text: units.map(\.text).joined(), tags: tags)
    }
  }

  private init(id: String, fullText: String, tags: [String], attributes: [MarkupAttribute]) {
    var text = fullText
    var character: String?
    if let named = attributes.first(where: { $0.name == "character" }), named.position == 0,
      case .string(let name)? = named.value(of: "name")
    {
      character = name
      text = String(decoding: fullText.utf16.dropFirst(named.length), as: UTF16.self)
    }
    self.init(
      id: id, text: text, character: character, tags: tags, attributes: attributes,
      fullText: fullText)
  }
}

extension String {
  fileprivate var needsMarkup: Bool {
    utf8.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }
  }
}
