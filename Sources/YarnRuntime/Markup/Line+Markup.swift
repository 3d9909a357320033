extension Line {
  /// Makes the line that a person reads from the pieces of a script.
  init(id: String, pieces: [String], values: [String], tags: [String], locale: String) {
    let marked = MarkedText(pieces: pieces, values: values, locale: locale)
    var text = marked.text
    var character: String?
    if let named = marked.attributes.first(where: { $0.name == "character" }),
      named.position == 0, case .string(let name)? = named.value(of: "name")
    {
      character = name
      text = String(
        marked.text[marked.text.utf16.index(text.startIndex, offsetBy: named.length)...])
    }
    self.init(
      id: id, text: text, character: character, tags: tags, attributes: marked.attributes,
      fullText: marked.text, values: values)
  }
}
