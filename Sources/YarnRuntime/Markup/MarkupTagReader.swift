/// Reads one tag from its opening bracket to its closing one.
struct MarkupTagReader {
  let units: [MarkupUnit]
  var index: Int

  /// Reads the tag; the index stands behind its closing bracket afterwards.
  mutating func read() throws(MarkupProblem) -> MarkupTag {
    index += 1
    skipWhitespace()
    if accept("/") {
      skipWhitespace()
      if accept("]") { return MarkupTag(role: .closeAll, name: "", properties: []) }
      let name = try readName()
      skipWhitespace()
      guard accept("]") else { throw MarkupProblem("the tag ‘\(name)’ is not closed by ‘]’") }
      return MarkupTag(role: .close, name: name, properties: [])
    }
    var tag = MarkupTag(role: .open, name: try readName(), properties: [])
    skipWhitespace()
    if accept("=") {
      tag.properties.append(MarkupProperty(name: tag.name, value: try readValue()))
    }
    try readRest(of: &tag)
    return tag
  }

  private mutating func readRest(of tag: inout MarkupTag) throws(MarkupProblem) {
    while true {
      skipWhitespace()
      if accept("]") { return }
      if accept("/") {
        skipWhitespace()
        guard accept("]") else { throw MarkupProblem("‘/’ is followed by more than ‘]’") }
        tag.role = .selfClosing
        return
      }
      let name = try readName(mayStartWithDigit: true)
      skipWhitespace()
      var value = MarkupValue.bool(true)
      if accept("=") { value = try readValue() }
      guard tag.value(of: name) == nil else {
        throw MarkupProblem("the property ‘\(name)’ is given twice")
      }
      tag.properties.append(MarkupProperty(name: name, value: value))
    }
  }

  private var scalar: Unicode.Scalar? { index < units.count ? units[index].scalar : nil }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard self.scalar == scalar else { return false }
    index += 1
    return true
  }

  private mutating func skipWhitespace() {
    while index < units.count, units[index].isWhitespace { index += 1 }
  }

  private mutating func readName(
    mayStartWithDigit: Bool = false
  ) throws(MarkupProblem) -> String {
    var name = String.UnicodeScalarView()
    while let scalar, scalar == "_" || scalar.properties.isAlphabetic || scalar.isMarkOrDigit {
      name.append(scalar)
      index += 1
    }
    guard let first = name.first, mayStartWithDigit || !first.isMarkOrDigit else {
      throw MarkupProblem("a tag or a property has no name")
    }
    return String(name)
  }

  private mutating func readValue() throws(MarkupProblem) -> MarkupValue {
    skipWhitespace()
    if accept("\"") { return .string(try readQuoted()) }
    if accept("{") {
      let text = readBare(allowing: { $0 != "}" })
      guard accept("}") else { throw MarkupProblem("‘{’ is not closed") }
      return .string(text)
    }
    if index < units.count, case .value(let value) = units[index] {
      index += 1
      return MarkupValue(word: value) ?? .string(value)
    }
    let word = readBare {
      $0 == "_" || $0 == "-" || $0 == "." || $0.properties.isAlphabetic || $0.isMarkOrDigit
    }
    guard let value = MarkupValue(word: word) else {
      throw MarkupProblem("‘\(word)’ is no value; put it in quotes")
    }
    return value
  }

  private mutating func readBare(allowing isAllowed: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let scalar, isAllowed(scalar) {
      text.append(scalar)
      index += 1
    }
    return String(text)
  }

  private mutating func readQuoted() throws(MarkupProblem) -> String {
    var text = ""
    while index < units.count {
      if accept("\"") { return text }
      if scalar == "\\", index + 1 < units.count { index += 1 }
      text += units[index].text
      index += 1
    }
    throw MarkupProblem("a quoted value is not closed")
  }
}

/// Why markup cannot be understood; it never holds inserted values.
struct MarkupProblem: Error, Equatable {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

extension Unicode.Scalar {
  fileprivate var isMarkOrDigit: Bool {
    switch properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark: true
    default: false
    }
  }
}

extension MarkupValue {
  /// Reads an unquoted word; `nil` when it is neither a number nor a name.
  fileprivate init?(word: String) {
    guard let first = word.unicodeScalars.first else { return nil }
    if word.lowercased() == "true" || word.lowercased() == "false" {
      self = .bool(word.lowercased() == "true")
    } else if let integer = Int(word) {
      self = .integer(integer)
    } else if first == "-" || ("0"..."9").contains(first) {
      guard let float = Float(word), word.unicodeScalars.last != "." else { return nil }
      self = .float(float)
    } else if first == "_" || first.properties.isAlphabetic, !word.contains("."),
      !word.contains("-")
    {
      self = .string(word)
    } else {
      return nil
    }
  }
}
