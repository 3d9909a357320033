import Glibc

/// The content of a journal as it is sealed, given out piece by piece, so that it never lies in
/// memory a second time.
struct JournalPieces {
  /// What stands behind the lines, so that the size says little of what was written.
  private static let emptyLines = [UInt8](repeating: UInt8(ascii: "\n"), count: 4096)

  private let first: [UInt8]
  private let lines: [RecordLine]

  /// The line that is given out next; the first stands before all others.
  private var line = -1

  /// How much of that line was given out.
  private var position = 0

  /// How many bytes are still to be given out.
  private(set) var remaining: Int

  /// Lays out a journal: a header, the lines, and empty lines up to a round size.
  ///
  /// - Parameters:
  ///   - text: The journal.
  ///   - device: The computer that saves it.
  init(_ text: JournalText, device: String) {
    var header = text.header
    header.device = device
    header.count = text.lines.count
    first = header.encoded
    lines = text.lines
    var count = first.count + 1
    for index in lines.indices { count += lines[index].raw.count + 1 }
    let step = JournalText.padding
    remaining = (count + step - 1) / step * step
  }

  /// Gives out the next bytes to the beginning of a buffer; only at the end are there fewer than
  /// it holds.
  ///
  /// - Returns: How many there were.
  mutating func fill(_ buffer: inout [UInt8]) -> Int {
    let count = min(buffer.count, remaining)
    buffer.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      var filled = 0
      give(count) { bytes in
        if let from = bytes.baseAddress { memcpy(start + filled, from, bytes.count) }
        filled += bytes.count
      }
    }
    return count
  }

  /// Whether some bytes are the next ones; they are given out with that.
  mutating func isNext(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= remaining else { return false }
    return bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return true }
      var compared = 0
      var isSame = true
      give(bytes.count) { bytes in
        if let other = bytes.baseAddress {
          isSame = isSame && memcmp(start + compared, other, bytes.count) == 0
        }
        compared += bytes.count
      }
      return isSame
    }
  }

  /// Gives out a number of bytes, as they lie in memory.
  private mutating func give(_ count: Int, to take: (UnsafeRawBufferPointer) -> Void) {
    remaining -= count
    var left = count
    while left > 0 {
      if line < 0 {
        left -= give(first[...], atMost: left, to: take)
      } else if line < lines.count {
        left -= give(lines[line].raw, atMost: left, to: take)
      } else {
        let rest = min(left, Self.emptyLines.count)
        Self.emptyLines[..<rest].withUnsafeBytes(take)
        left -= rest
      }
    }
  }

  /// Gives out what is left of a line, or its line break, and steps to the next one.
  private mutating func give(
    _ bytes: ArraySlice<UInt8>, atMost limit: Int, to take: (UnsafeRawBufferPointer) -> Void
  ) -> Int {
    guard position < bytes.count else {
      Self.emptyLines[..<1].withUnsafeBytes(take)
      line += 1
      position = 0
      return 1
    }
    let count = min(limit, bytes.count - position)
    bytes.dropFirst(position).prefix(count).withUnsafeBytes(take)
    position += count
    return count
  }
}
