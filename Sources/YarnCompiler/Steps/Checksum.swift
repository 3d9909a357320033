/// A CRC-32, which makes up names that nobody chose.
struct Checksum {
  /// What each byte does to the checksum.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1
    }
  }

  private var value: UInt32 = 0xFFFF_FFFF

  /// The checksum as eight hexadecimal digits, its lowest byte first, as Yarn Spinner writes it.
  var text: String {
    let value = ~value
    return String(unsafeUninitializedCapacity: 8) { digits in
      for place in 0..<8 {
        let shift = UInt32(4 * (place ^ 1))
        let digit = UInt8(truncatingIfNeeded: value >> shift) & 15
        digits[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
      }
      return 8
    }
  }

  mutating func add(_ text: String) {
    let table = Self.table
    var value = value
    for byte in text.utf8 {
      value = (value >> 8) ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)]
    }
    self.value = value
  }
}

/// The CRC-32 of a text as eight hexadecimal digits.
package func checksumText(_ text: String) -> String {
  var checksum = Checksum()
  checksum.add(text)
  return checksum.text
}
