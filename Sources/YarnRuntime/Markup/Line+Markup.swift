extension Line {
  /// Makes the line that a person reads from the pieces of a script.
  init(
    id: String, pieces: [String], values: [String], tags: [String], locale: String,
    replacements: MarkupReplacements = MarkupReplacements()
  ) {
    let marked = MarkedText(
      pieces: pieces, values: values, locale: locale, replacements: replacements)
    var text = marked.text
    var character: String?
    if let named = marked.attributes.first(where: { $0.name == "character" }),
      named.position == 0, case .string(let name)? = named.value(of: "name")
    {
      character = name
      text.removeFirst(marked.text(of: named))
    }
    self.init(
      id: id, text: text, character: character, tags: tags, attributes: marked.attributes,
      fullText: marked.text, values: values)
  }
}

extension String {
  fileprivate mutating func removeFirst(_ prefix: Substring) {
    removeSubrange(..<prefix.endIndex)
  }
}
