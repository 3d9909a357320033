/// Reads one tag from its opening bracket to its closing one.
struct MarkupTagReader {
  private(set) var scanner: MarkupScanner

  /// What is wrong although the tag counts as open.
  private(set) var fault: MarkupFault?

  /// Starts at an opening bracket.
  init(_ scanner: MarkupScanner) {
    self.scanner = scanner
  }

  /// Reads the tag; the scanner stands behind it afterwards, or behind what was read of it.
  mutating func read() throws(MarkupFault) -> MarkupTag {
    scanner.takeScalar()
    scanner.skipWhitespace()
    if scanner.accept("/") { return try readClosingTag() }
    let start = scanner.index
    let name = readName()
    guard let first = name.unicodeScalars.first, !first.isMarkOrDigit else {
      throw MarkupFault(.missingTagName, at: start)
    }
    var tag = MarkupTag(role: .open, name: name, place: start)
    guard scanner.isAtEnd || scanner.isAtWhitespace || scanner.isAt("=", "/", "]") else {
      throw MarkupFault(.invalidTagName(name), at: start)
    }
    scanner.skipWhitespace()
    if scanner.accept("=") {
      tag.properties.append(MarkupProperty(name: name, value: try readValue(of: name, at: start)))
    }
    try readRest(of: &tag)
    return tag
  }

  private mutating func readClosingTag() throws(MarkupFault) -> MarkupTag {
    scanner.skipWhitespace()
    if scanner.accept("]") { return MarkupTag(role: .closeAll, name: "") }
    let start = scanner.index
    let name = readName()
    guard let first = name.unicodeScalars.first, !first.isMarkOrDigit else {
      throw MarkupFault(.missingTagName, at: start)
    }
    scanner.skipWhitespace()
    guard scanner.accept("]") else { throw MarkupFault(.unfinishedClosingTag(name), at: start) }
    return MarkupTag(role: .close, name: name, place: start)
  }

  private mutating func readRest(of tag: inout MarkupTag) throws(MarkupFault) {
    while true {
      scanner.skipWhitespace()
      if scanner.accept("]") { return }
      if scanner.isAtEnd {
        throw MarkupFault(.unfinishedTag(tag.name), at: tag.place, concernsLine: true)
      }
      if scanner.accept("/") {
        scanner.skipWhitespace()
        guard scanner.accept("]") else { return addStrayCharacter(to: tag) }
        tag.role = .selfClosing
        return
      }
      guard let property = try readProperty(in: tag) else { return addStrayCharacter(to: tag) }
      tag.properties.append(property)
    }
  }

  /// Reads `name=value`, or a name alone for `name=true`; `nil` when no name is here.
  private mutating func readProperty(in tag: MarkupTag) throws(MarkupFault) -> MarkupProperty? {
    let start = scanner.index
    let name = readName()
    guard !name.isEmpty else { return nil }
    scanner.skipWhitespace()
    var value = MarkupValue.bool(true)
    if scanner.accept("=") {
      value = try readValue(of: name, at: start)
    } else if scanner.isAtEnd {
      fault = MarkupFault(.missingValue(property: name), at: start)
    }
    guard tag.value(of: name) == nil else {
      throw MarkupFault(.repeatedProperty(name), at: start)
    }
    return MarkupProperty(name: name, value: value)
  }

  private mutating func addStrayCharacter(to tag: MarkupTag) {
    fault = MarkupFault(.strayCharacter(tag: tag.name), at: scanner.index, concernsLine: true)
  }

  private mutating func readName() -> String { readBare(\.isPartOfName) }

  private mutating func readValue(
    of property: String, at start: Int
  ) throws(MarkupFault) -> MarkupValue {
    scanner.skipWhitespace()
    if scanner.accept("\"") { return .string(try readQuoted(for: property, at: start)) }
    if scanner.accept("{") {
      let text = readBare { $0 != "}" }
      guard scanner.accept("}") else {
        throw MarkupFault(.invalidValue(property: property), at: start)
      }
      return .string(text)
    }
    if scanner.isAtValue {
      let text = scanner.source.text(scanner.takeValue())
      return MarkupValue(word: text) ?? .string(text)
    }
    let word = readBare { $0.isPartOfName || $0 == "-" || $0 == "." }
    guard let value = MarkupValue(word: word) else {
      throw MarkupFault(.invalidValue(property: property), at: start)
    }
    return value
  }

  private mutating func readBare(_ isAllowed: (Unicode.Scalar) -> Bool) -> String {
    let start = scanner.index
    while let scalar = scanner.scalar, isAllowed(scalar) { scanner.takeScalar() }
    return scanner.source.text(start..<scanner.index)
  }

  private mutating func readQuoted(
    for property: String, at start: Int
  ) throws(MarkupFault) -> String {
    var bytes: [UInt8] = []
    while !scanner.isAtEnd {
      if scanner.isAtValue {
        bytes += scanner.source.bytes[scanner.takeValue()]
        continue
      }
      if scanner.accept("\"") { return String(decoding: bytes, as: UTF8.self) }
      if scanner.accept("\\"), scanner.isAtEnd || scanner.isAtValue { continue }
      bytes += scanner.source.bytes[scanner.takeScalar()]
    }
    throw MarkupFault(.invalidValue(property: property), at: start)
  }
}

extension MarkupScanner {
  fileprivate func isAt(_ characters: Unicode.Scalar...) -> Bool {
    characters.contains { byte == UInt8(truncatingIfNeeded: $0.value) }
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfName: Bool {
    if value < 0x80 { return Self.isPartOfName(UInt8(truncatingIfNeeded: value)) }
    return properties.isAlphabetic || isMarkOrDigit
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  fileprivate var isMarkOrDigit: Bool {
    if value < 0x80 { return ("0"..."9").contains(self) }
    switch properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}

extension MarkupValue {
  /// Reads an unquoted word; `nil` when it is neither a number nor a name.
  fileprivate init?(word: String) {
    guard let first = word.unicodeScalars.first else { return nil }
    let isNumber = first == "-" || ("0"..."9").contains(first)
    if isNumber {
      if let integer = Int(word) {
        self = .integer(integer)
      } else {
        guard let float = Float(word), word.unicodeScalars.last != "." else { return nil }
        self = .float(float)
      }
    } else if word.utf8.count <= 5, ["true", "false"].contains(word.lowercased()) {
      self = .bool(word.lowercased() == "true")
    } else if first == "_" || first.properties.isAlphabetic,
      !word.utf8.contains(UInt8(ascii: ".")), !word.utf8.contains(UInt8(ascii: "-"))
    {
      self = .string(word)
    } else {
      return nil
    }
  }
}
