/// A file spelled in letters and digits between two marks, so that it can be printed or mailed.
///
/// Source: age v1, “ASCII armor”.
public enum Armor {
  static let opening = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  static let closing = Array("-----END AGE ENCRYPTED FILE-----".utf8)
  static let columnCount = 64

  /// How much white space may stand before the opening and after the closing mark.
  static let whiteSpaceLimit = 1024

  /// Tells whether bytes are meant to be an armored file.
  ///
  /// - Parameter bytes: The start of a file.
  /// - Returns: Whether they open with the mark of armor, after any white space.
  public static func isArmored(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(whiteSpaceLimit + opening.count).drop(while: isWhiteSpace).starts(with: opening)
  }

  /// Spells a file that is in memory whole.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Lines of 64 columns between the two marks.
  public static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var encoder = Encoder()
    let start = encoder.encode(bytes)
    return start + encoder.finish()
  }

  /// Reads an armored file that is in memory whole.
  ///
  /// Every line but the last has 64 columns, the base64 is canonical and padded, and nothing but
  /// a little white space stands around the marks.
  ///
  /// - Parameter armored: The spelling.
  /// - Returns: The file.
  /// - Throws: `AgeError.malformedArmor` with the line that breaks a rule.
  public static func decode(_ armored: [UInt8]) throws(AgeError) -> [UInt8] {
    var decoder = Decoder()
    let bytes = try decoder.decode(armored)
    try decoder.finish()
    return bytes
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(byte)
  }
}
