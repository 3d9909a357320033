/// The bytes of a line, and which of them are values that were inserted.
///
/// Values are never searched for markup, so what a person wrote cannot break a line.
struct MarkupSource {
  private(set) var bytes: [UInt8] = []
  private(set) var values: [Range<Int>] = []

  /// Lays out a line's text with its values in their places.
  init(pieces: [String], values texts: [String]) {
    for (index, piece) in pieces.enumerated() {
      bytes.append(contentsOf: piece.utf8)
      guard index < texts.count, index + 1 < pieces.count else { continue }
      let start = bytes.count
      bytes.append(contentsOf: texts[index].utf8)
      values.append(start..<bytes.count)
    }
  }

  /// The line as it was written, with its values.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of some bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// How many UTF-16 units stand before a byte.
  func position(of byte: Int) -> Int { bytes[..<min(byte, bytes.count)].utf16Count }
}

extension Collection<UInt8> {
  /// How many UTF-16 units the text of these UTF-8 bytes has.
  var utf16Count: Int {
    var count = 0
    for byte in self {
      if byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
    }
    return count
  }
}
