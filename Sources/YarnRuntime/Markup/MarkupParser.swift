/// Takes markup out of a line and tells what it says about which range.
struct MarkupParser {
  let units: [MarkupUnit]
  let locale: String

  /// Whether the values are those of a running dialogue; `false` while scripts are checked.
  var areValuesKnown = true
  var index = 0
  var text = ""
  var length = 0
  var attributes: [(order: Int, attribute: MarkupAttribute)] = []
  private var open: [OpenTag] = []
  private var order = 0

  private struct OpenTag {
    var tag: MarkupTag
    var order: Int
    var start: Int
  }

  init(_ units: [MarkupUnit], locale: String) {
    self.units = units
    self.locale = locale
  }

  /// Parses the whole line.
  ///
  /// - Throws: A description of what is wrong; the line is shown as it was written then.
  mutating func parse() throws(MarkupProblem) {
    let colon = implicitCharacterEnd
    if colon != nil { openCharacter() }
    while index < units.count {
      if index == colon { closeCharacter() }
      try parseUnit()
    }
    if index == colon { closeCharacter() }
    if let unclosed = open.last {
      throw MarkupProblem("the tag ‘\(unclosed.tag.name)’ is never closed")
    }
    attributes.sort { $0.order < $1.order }
  }

  private mutating func parseUnit() throws(MarkupProblem) {
    switch units[index] {
    case .value(let value):
      append(value)
      index += 1
    case .scalar("\\"):
      if index + 1 < units.count, let next = units[index + 1].scalar,
        "[]:\\".unicodeScalars.contains(next)
      {
        index += 1
      }
      append(units[index].text)
      index += 1
    case .scalar("["):
      var reader = MarkupTagReader(units: units, index: index)
      let tag = try reader.read()
      index = reader.index
      try apply(tag)
    case .scalar(let scalar):
      append(String(scalar))
      index += 1
    }
  }

  mutating func append(_ added: String) {
    text += added
    length += added.utf16.count
  }

  private mutating func apply(_ tag: MarkupTag) throws(MarkupProblem) {
    order += 1
    switch tag.role {
    case .open:
      if tag.name == "nomarkup" { return try copyLiterally() }
      open.append(OpenTag(tag: tag, order: order, start: length))
    case .selfClosing:
      if let replacement = try replacement(for: tag) { return append(replacement) }
      var tag = tag
      if tag.value(of: "trimwhitespace") == nil {
        tag.properties.append(MarkupProperty(name: "trimwhitespace", value: .bool(true)))
      }
      close(OpenTag(tag: tag, order: order, start: length))
    case .close:
      guard let place = open.lastIndex(where: { $0.tag.name == tag.name }) else {
        throw MarkupProblem("‘[/\(tag.name)]’ closes a tag that is not open")
      }
      close(open.remove(at: place))
    case .closeAll:
      while let last = open.popLast() { close(last) }
    }
  }

  private mutating func close(_ opened: OpenTag) {
    let attribute = MarkupAttribute(
      name: opened.tag.name, position: opened.start, length: length - opened.start,
      properties: opened.tag.properties)
    attributes.append((opened.order, attribute))
    if opened.tag.trimsWhitespace, index < units.count, units[index].isWhitespace { index += 1 }
  }

  /// Copies the text up to `[/nomarkup]` as it stands.
  private mutating func copyLiterally() throws(MarkupProblem) {
    let start = length
    let end = "[/nomarkup]".unicodeScalars.map(MarkupUnit.scalar)
    while index < units.count {
      if units[index...].starts(with: end) {
        index += end.count
        let attribute = MarkupAttribute(
          name: "nomarkup", position: start, length: length - start)
        return attributes.append((order, attribute))
      }
      append(units[index].text)
      index += 1
    }
    throw MarkupProblem("the tag ‘nomarkup’ is never closed")
  }
}

/// Who speaks: the part of a line before its first colon.
extension MarkupParser {
  /// The place behind the first colon that is no part of a tag, and behind the whitespace after
  /// it; `nil` when the line names nobody, or names them with a tag.
  private var implicitCharacterEnd: Int? {
    if units.starts(with: "[character".unicodeScalars.map(MarkupUnit.scalar)) { return nil }
    var place = 0
    while place < units.count {
      switch units[place].scalar {
      case "\\": place += 2
      case "[":
        var reader = MarkupTagReader(units: units, index: place)
        // A broken tag names nobody; parsing the line reports it.
        guard (try? reader.read()) != nil else { return nil }
        place = reader.index
      case ":":
        place += 1
        while place < units.count, units[place].isWhitespace { place += 1 }
        return place
      default: place += 1
      }
    }
    return nil
  }

  private mutating func openCharacter() {
    let tag = MarkupTag(role: .open, name: "character", properties: [])
    open.append(OpenTag(tag: tag, order: order, start: 0))
  }

  private mutating func closeCharacter() {
    guard let place = open.firstIndex(where: { $0.tag.name == "character" }) else { return }
    var opened = open.remove(at: place)
    let colon = text.lastIndex(of: ":") ?? text.endIndex
    opened.tag.properties = [
      MarkupProperty(name: "name", value: .string(String(text[..<colon])))
    ]
    close(opened)
  }
}
