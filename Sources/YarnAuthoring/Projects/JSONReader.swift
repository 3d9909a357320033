/// Reads JSON and remembers where every value stands.
///
/// Comments and a comma after the last element are accepted, as Yarn Spinner accepts them in
/// project files.
struct JSONReader {
  private static let deepest = 64

  let places: TextPlaces
  private var position = 0
  private var depth = 0

  init(_ text: String, file: String) {
    places = TextPlaces(text, file: file)
  }

  /// Reads the one value that the text holds.
  mutating func document() throws(FileFault) -> LocatedJSON {
    let value = try value()
    skipBlanks()
    guard position == bytes.count else { throw fault(.expected("the end of the file")) }
    return value
  }

  private var bytes: [UInt8] { places.bytes }

  private mutating func value() throws(FileFault) -> LocatedJSON {
    skipBlanks()
    let start = position
    guard let first = peek() else { throw fault(.expected("a value")) }
    let content: LocatedJSON.Content
    switch first {
    case UInt8(ascii: "{"):
      content = .object(
        try nested { reader throws(FileFault) in
          try reader.members()
        })
    case UInt8(ascii: "["):
      content = .array(
        try nested { reader throws(FileFault) in
          try reader.elements()
        })
    case UInt8(ascii: "\""): content = .string(try string())
    default: content = try word()
    }
    return LocatedJSON(content: content, range: start..<position)
  }

  private mutating func nested<Content>(
    _ read: (inout JSONReader) throws(FileFault) -> Content
  ) throws(FileFault) -> Content {
    depth += 1
    guard depth <= Self.deepest else { throw fault(.tooDeep) }
    position += 1
    let content = try read(&self)
    depth -= 1
    return content
  }

  private mutating func members() throws(FileFault) -> [LocatedJSON.Member] {
    var members: [LocatedJSON.Member] = []
    while try !closes(with: "}", isFirst: members.isEmpty) {
      let start = position
      guard peek() == UInt8(ascii: "\"") else {
        throw fault(.expected("a key in quotation marks, or ‘}’"))
      }
      let key = try string()
      let range = start..<position
      skipBlanks()
      guard take(":") else { throw fault(.expected("‘:’")) }
      members.append(LocatedJSON.Member(key: key, range: range, value: try value()))
    }
    return members
  }

  private mutating func elements() throws(FileFault) -> [LocatedJSON] {
    var elements: [LocatedJSON] = []
    while try !closes(with: "]", isFirst: elements.isEmpty) { elements.append(try value()) }
    return elements
  }

  /// Takes the mark that closes a list, or the comma before its next element.
  private mutating func closes(with end: Unicode.Scalar, isFirst: Bool) throws(FileFault) -> Bool {
    skipBlanks()
    if take(end) { return true }
    guard !isFirst else { return false }
    guard take(",") else { throw fault(.expected("‘,’ or ‘\(end)’")) }
    skipBlanks()
    return take(end)
  }

  private mutating func word() throws(FileFault) -> LocatedJSON.Content {
    let start = position
    while let byte = peek(), Self.isPartOfWord(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      if word.first?.isLetter == false, let number = Double(word) { return .number(number) }
      position = start
      throw fault(.expected("a value"))
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+")...UInt8(ascii: "+"),
      UInt8(ascii: "-")...UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension JSONReader {
  private mutating func string() throws(FileFault) -> String {
    let start = position
    position += 1
    var units: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault(.expected("‘\"’")) }
      position += 1
      if byte == UInt8(ascii: "\\") {
        try escape(into: &units)
      } else {
        units.append(byte)
      }
    }
    guard take("\"") else { throw places.fault(.expected("‘\"’"), at: start..<position) }
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape(into units: inout [UInt8]) throws(FileFault) {
    guard let byte = peek() else { throw fault(.expected("‘\"’")) }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): units.append(10)
    case UInt8(ascii: "t"): units.append(9)
    case UInt8(ascii: "r"): units.append(13)
    case UInt8(ascii: "b"): units.append(8)
    case UInt8(ascii: "f"): units.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
    case UInt8(ascii: "u"):
      var codes = [try hexadecimal()]
      if codes[0] & 0xFC00 == 0xD800, take("\\"), take("u") { codes.append(try hexadecimal()) }
      units += Array(String(decoding: codes, as: UTF16.self).utf8)
    default:
      position -= 1
      throw fault(.expected("one of \" \\ / b f n r t u"))
    }
  }

  private mutating func hexadecimal() throws(FileFault) -> UInt16 {
    let digits = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    guard digits.count == 4, let code = UInt16(digits, radix: 16) else {
      throw fault(.expected("four hexadecimal digits"))
    }
    position += 4
    return code
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek() {
      if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
        position += 1
      } else if bytes[position...].starts(with: Array("//".utf8)) {
        while let byte = peek(), byte != 0x0A { position += 1 }
      } else if bytes[position...].starts(with: Array("/*".utf8)) {
        position += 2
        while position < bytes.count, !bytes[position...].starts(with: Array("*/".utf8)) {
          position += 1
        }
        position = min(position + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private func fault(_ problem: FileFault.Problem) -> FileFault {
    places.fault(problem, at: position..<min(position + 1, bytes.count))
  }
}
