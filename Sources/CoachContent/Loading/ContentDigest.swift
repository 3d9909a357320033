/// Tells one state of the content from another.
///
/// It guards against mix-ups, not against anybody: FNV-1a with 64 bits, after Fowler, Noll and Vo.
struct ContentDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in a file.
  mutating func add(_ name: String, _ text: String) {
    for byte in name.utf8 { add(byte) }
    add(0)
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  /// The digest as 16 hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
