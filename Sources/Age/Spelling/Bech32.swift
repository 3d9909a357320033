/// The spelling of age keys: a readable prefix, the value, and a checksum against mistyping.
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let generators: [UInt32] = [
    0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
  ]

  /// Spells bytes in lower case after a prefix in lower case.
  static func encode(_ bytes: [UInt8], prefix: String) -> String {
    let values = regroup(bytes, from: 8, to: 5, padding: true) ?? []
    let remainder = checksum(expand(prefix) + values + [0, 0, 0, 0, 0, 0]) ^ 1
    let check = (0..<6).map { UInt8(remainder >> UInt32(5 * (5 - $0)) & 31) }
    let spelled = (values + check).map { alphabet[Int($0)] }
    return prefix + "1" + String(decoding: spelled, as: UTF8.self)
  }

  /// Reads a spelling that is in lower case throughout.
  ///
  /// - Returns: The bytes, or `nil` when the prefix, a character or the checksum is wrong.
  static func decode(_ spelled: String, prefix: String) -> [UInt8]? {
    let start = prefix + "1"
    guard spelled.hasPrefix(start) else { return nil }
    var values: [UInt8] = []
    for character in spelled.utf8.dropFirst(start.utf8.count) {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      values.append(UInt8(value))
    }
    guard values.count >= 6, checksum(expand(prefix) + values) == 1 else { return nil }
    return regroup(Array(values.dropLast(6)), from: 5, to: 8, padding: false)
  }

  private static func expand(_ prefix: String) -> [UInt8] {
    prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
  }

  private static func checksum(_ values: [UInt8]) -> UInt32 {
    var state: UInt32 = 1
    for value in values {
      let top = state >> 25
      state = (state & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, generator) in generators.enumerated() where top >> UInt32(bit) & 1 == 1 {
        state ^= generator
      }
    }
    return state
  }

  private static func regroup(
    _ values: [UInt8], from width: UInt32, to newWidth: UInt32, padding: Bool
  ) -> [UInt8]? {
    var regrouped: [UInt8] = []
    var pending: UInt32 = 0
    var bitCount: UInt32 = 0
    for value in values {
      pending = pending << width | UInt32(value)
      bitCount += width
      while bitCount >= newWidth {
        bitCount -= newWidth
        regrouped.append(UInt8(truncatingIfNeeded: pending >> bitCount & (1 << newWidth - 1)))
      }
    }
    let unused = pending & (1 << bitCount - 1)
    guard !padding else {
      if bitCount > 0 { regrouped.append(UInt8(unused << (newWidth - bitCount))) }
      return regrouped
    }
    return bitCount < width && unused == 0 ? regrouped : nil
  }
}
