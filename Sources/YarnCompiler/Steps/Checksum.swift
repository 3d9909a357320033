/// The CRC-32 of a text as eight hexadecimal digits; it makes up names that nobody chose.
func checksumText(_ text: String) -> String {
  var checksum: UInt32 = 0xFFFF_FFFF
  for byte in text.utf8 {
    checksum ^= UInt32(byte)
    for _ in 0..<8 {
      checksum = checksum & 1 == 1 ? (checksum >> 1) ^ 0xEDB8_8320 : checksum >> 1
    }
  }
  let digits = String(~checksum, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
