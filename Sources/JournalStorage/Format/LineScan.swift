/// A walk through one line of JSON that looks at the members of its object and at nothing deeper.
///
/// Opening a journal means looking at every line of it, so nothing is decoded on the way: strings
/// are passed over eight bytes at a time, and what lies deeper is counted out by its brackets.
struct LineScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Calls a closure with the name and the value of each member, as they are spelled.
  ///
  /// - Parameter visit: Gets the name without its quotes, and the value.
  /// - Returns: Whether the line is one object and nothing besides.
  mutating func members(
    _ visit: (_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void
  ) -> Bool {
    skipSpace()
    guard take(UInt8(ascii: "{")) else { return false }
    skipSpace()
    if take(UInt8(ascii: "}")) { return isAtEnd }
    repeat {
      skipSpace()
      let name = position
      guard skipString() else { return false }
      let nameEnd = position
      skipSpace()
      guard take(UInt8(ascii: ":")) else { return false }
      skipSpace()
      let value = position
      guard skipValue() else { return false }
      visit(slice(name + 1, nameEnd - 1), slice(value, position))
      skipSpace()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) && isAtEnd
  }

  private var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return position == bytes.count
    }
  }

  private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count,
      bytes[position] == 32 || bytes[position] == 9
        || bytes[position] == 13
    {
      position += 1
    }
  }

  private mutating func skipValue() -> Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case UInt8(ascii: "\""): return skipString()
    case UInt8(ascii: "{"), UInt8(ascii: "["): return skipNested()
    default:
      let start = position
      while position < bytes.count, !Self.ends(bytes[position]) { position += 1 }
      return position > start
    }
  }

  private static func ends(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      || byte <= 32
  }

  private mutating func skipNested() -> Bool {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard skipString() else { return false }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return true }
    }
    return false
  }

  /// Steps over a string, both of its quotes included.
  private mutating func skipString() -> Bool {
    guard take(UInt8(ascii: "\"")), let start = bytes.baseAddress else { return false }
    let raw = UnsafeRawPointer(start)
    while true {
      while position + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        guard !Self.holdsQuoteOrBackslash(word) else { break }
        position += 8
      }
      guard position < bytes.count else { return false }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return true
      case UInt8(ascii: "\\"):
        position += 2
      default:
        position += 1
      }
    }
  }

  /// Whether one of eight bytes is a quote or a backslash: subtracting 1 from each borrows only
  /// where a byte that was compared by exclusive or is zero.
  private static func holdsQuoteOrBackslash(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    return ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes) & tops != 0
  }
}
