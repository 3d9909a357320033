/// The id of a record in a form that is quick to compare: nearly always a UUID.
enum RecordKey: Hashable, Sendable {
  /// A UUID in small letters, as two numbers.
  case uuid(UInt64, UInt64)

  /// Any other id.
  case other(String)

  /// Reads an id.
  init(_ id: String) {
    var id = id
    self = id.withUTF8 { RecordKey($0) }
  }

  /// Reads an id from its bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self = Self.uuid(bytes) ?? .other(String(decoding: bytes, as: UTF8.self))
  }

  private static func uuid(_ bytes: UnsafeBufferPointer<UInt8>) -> RecordKey? {
    guard bytes.count == 36 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<36 {
      let byte = bytes[index]
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(digit)
    }
    return .uuid(high, low)
  }
}
