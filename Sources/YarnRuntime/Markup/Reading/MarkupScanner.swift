/// A place in a line, and steps from it.
struct MarkupScanner {
  let source: MarkupSource
  private(set) var index = 0
  private var nextValue = 0

  init(_ source: MarkupSource) {
    self.source = source
  }

  /// Whether a value that was inserted starts here.
  var isAtValue: Bool {
    nextValue < source.values.count && source.values[nextValue].lowerBound == index
  }

  var isAtEnd: Bool { index == source.bytes.count && !isAtValue }

  /// The byte here; `nil` at the end and at a value.
  var byte: UInt8? {
    index < source.bytes.count && !isAtValue ? source.bytes[index] : nil
  }

  /// The character here; `nil` at the end and at a value.
  var scalar: Unicode.Scalar? {
    guard let byte else { return nil }
    if byte < 0x80 { return Unicode.Scalar(byte) }
    var bytes = source.bytes[index...].makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&bytes) { return scalar }
    return nil
  }

  var isAtWhitespace: Bool {
    guard let byte else { return false }
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) }
    return scalar?.properties.isWhitespace ?? false
  }

  /// Steps over the character here; gives its bytes.
  @discardableResult
  mutating func takeScalar() -> Range<Int> {
    let start = index
    index += 1
    while index < source.bytes.count, source.bytes[index] & 0xC0 == 0x80, !isAtValue { index += 1 }
    return start..<index
  }

  /// Steps over the value here; gives its bytes.
  mutating func takeValue() -> Range<Int> {
    let range = source.values[nextValue]
    nextValue += 1
    index = range.upperBound
    return range
  }

  /// Steps over everything up to a bracket, a backslash, a value or a certain place.
  mutating func takePlainText(upTo limit: Int?) -> Range<Int> {
    let start = index
    var end = source.bytes.count
    if nextValue < source.values.count { end = source.values[nextValue].lowerBound }
    if let limit, limit > index { end = min(end, limit) }
    while index < end, source.bytes[index] != UInt8(ascii: "["),
      source.bytes[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
    return start..<index
  }

  /// Steps over an ASCII character if it is here.
  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard let byte, UInt32(byte) == character.value else { return false }
    index += 1
    return true
  }

  /// Whether a script's text goes on with some ASCII characters.
  func starts(with text: StaticString) -> Bool {
    let end = index + text.utf8CodeUnitCount
    guard end <= source.bytes.count, !isAtValue else { return false }
    if nextValue < source.values.count, source.values[nextValue].lowerBound < end { return false }
    return text.withUTF8Buffer { source.bytes[index..<end].elementsEqual($0) }
  }

  /// Steps over some characters that `starts(with:)` has found.
  mutating func skip(_ text: StaticString) { index += text.utf8CodeUnitCount }

  mutating func skipWhitespace() {
    while isAtWhitespace { takeScalar() }
  }
}
