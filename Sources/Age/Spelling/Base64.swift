/// Base64 as age writes it: one spelling for every value.
///
/// Foundation's decoder takes spellings that differ in the unused bits of the last character;
/// age forbids them, since a file must not have two forms that mean the same.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// Spells bytes without padding.
  static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var spelled: [UInt8] = []
    var pending: UInt32 = 0
    var bitCount = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        spelled.append(alphabet[Int(pending >> UInt32(bitCount) & 63)])
      }
    }
    if bitCount > 0 { spelled.append(alphabet[Int(pending << UInt32(6 - bitCount) & 63)]) }
    return spelled
  }

  /// Reads a spelling without padding.
  ///
  /// - Returns: The bytes, or `nil` for a character outside the alphabet, an impossible length
  ///   or unused bits that are not zero.
  static func decode(_ spelled: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(spelled.count * 3 / 4)
    var pending: UInt32 = 0
    var bitCount = 0
    for character in spelled {
      guard let value = values[Int(character)] else { return nil }
      pending = pending << 6 | UInt32(value)
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bitCount)))
      }
    }
    let unused = pending & (1 << UInt32(bitCount) - 1)
    return bitCount < 6 && unused == 0 ? bytes : nil
  }
}
