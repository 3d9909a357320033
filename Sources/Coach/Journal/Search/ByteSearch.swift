/// A search for a word in bytes that looks at eight of them at a time.
///
/// Capitals of ASCII count as small letters, so that a line of ASCII need not be reduced first.
struct ByteSearch {
  private let word: UnsafeBufferPointer<UInt8>
  private let first: UInt64
  private let second: UInt64

  /// Prepares a search.
  ///
  /// - Parameter word: The word in small letters; at least one byte.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    self.word = word
    first = .everyByte(word[0] | 0x20)
    second = .everyByte(word[min(1, word.count - 1)] | 0x20)
  }

  /// Whether the word stands anywhere in some bytes.
  func finds(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress, word.count <= bytes.count else { return false }
    let raw = UnsafeRawPointer(start)
    let next = min(1, word.count - 1)
    let last = bytes.count - word.count
    var place = 0
    while place <= last {
      guard place + next + 8 <= bytes.count else {
        if stands(at: place, in: bytes) { return true }
        place += 1
        continue
      }
      let here = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
      let after = raw.loadUnaligned(fromByteOffset: place + next, as: UInt64.self).littleEndian
      let other = (here | .everyByte(0x20)) ^ first | (after | .everyByte(0x20)) ^ second
      // Only above a byte that is zero can one be marked that is not.
      guard other.hasZeroByte else {
        place += 8
        continue
      }
      place += other.zeroBytes.trailingZeroBitCount / 8
      if place <= last, stands(at: place, in: bytes) { return true }
      place += 1
    }
    return false
  }

  private func stands(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<word.count {
      let byte = bytes[place + index]
      guard (byte &- 65 < 26 ? byte | 0x20 : byte) == word[index] else { return false }
    }
    return true
  }
}

/// What kinds of bytes stand among some bytes.
struct ByteSigns {
  /// Whether there are letters beyond ASCII.
  private(set) var isBeyondASCII = false

  /// Whether there is a backslash.
  private(set) var hasBackslash = false

  /// Looks at all of them, eight at a time.
  init(in bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    let raw = UnsafeRawPointer(start)
    var all: UInt64 = 0
    var backslashes: UInt64 = 0
    var place = 0
    while place + 8 <= bytes.count {
      let eight = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      all |= eight
      backslashes |= (eight ^ .everyByte(UInt8(ascii: "\\"))).zeroBytes
      place += 8
    }
    isBeyondASCII = all & .everyByte(0x80) != 0
    hasBackslash = backslashes != 0
    for byte in bytes[place...] {
      if byte >= 0x80 { isBeyondASCII = true }
      if byte == UInt8(ascii: "\\") { hasBackslash = true }
    }
  }
}

extension UInt64 {
  /// The same byte eight times.
  fileprivate static func everyByte(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }

  fileprivate var hasZeroByte: Bool { zeroBytes != 0 }

  /// The top bit of every byte that is zero, and perhaps of some above the lowest such byte.
  fileprivate var zeroBytes: UInt64 {
    (self &- .everyByte(1)) & ~self & .everyByte(0x80)
  }
}
