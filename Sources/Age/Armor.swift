/// A file spelled in letters and digits between two marks, so that it can be printed or mailed.
public enum Armor {
  private static let opening = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  private static let closing = Array("-----END AGE ENCRYPTED FILE-----".utf8)
  private static let columnCount = 64

  /// Tells whether bytes are meant to be an armored file.
  ///
  /// - Parameter bytes: The start of a file.
  /// - Returns: Whether they open with the mark of armor, after any white space.
  public static func isArmored(_ bytes: [UInt8]) -> Bool {
    bytes.drop(while: isWhiteSpace).starts(with: opening)
  }

  /// Spells a file.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: Lines of 64 columns between the two marks.
  public static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var spelled = Base64.encode(bytes)
    spelled += Array(repeating: UInt8(ascii: "="), count: (4 - spelled.count % 4) % 4)
    var armored = opening + [UInt8(ascii: "\n")]
    for start in stride(from: 0, to: spelled.count, by: columnCount) {
      armored += spelled[start..<min(start + columnCount, spelled.count)] + [UInt8(ascii: "\n")]
    }
    return armored + closing + [UInt8(ascii: "\n")]
  }

  /// Reads an armored file.
  ///
  /// Every line but the last has 64 columns, the base64 is canonical and padded, and nothing but
  /// white space stands around the marks.
  ///
  /// - Parameter armored: The spelling.
  /// - Returns: The file.
  /// - Throws: `AgeError.malformedArmor` with the line that breaks a rule.
  public static func decode(_ armored: [UInt8]) throws(AgeError) -> [UInt8] {
    let lines = lines(of: armored)
    guard lines.first == opening[...] else { throw .malformedArmor(line: 1) }
    guard lines.count > 1, lines[lines.count - 1] == closing[...] else {
      throw .malformedArmor(line: lines.count)
    }
    var bytes: [UInt8] = []
    for index in lines.indices.dropFirst().dropLast() {
      let isLast = index == lines.count - 2
      guard let decoded = decode(lines[index], isLast: isLast) else {
        throw .malformedArmor(line: index + 1)
      }
      bytes += decoded
    }
    return bytes
  }

  private static func lines(of armored: [UInt8]) -> [ArraySlice<UInt8>] {
    var rest = armored.drop(while: isWhiteSpace)
    while let last = rest.last, isWhiteSpace(last) { rest.removeLast() }
    return rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }

  private static func decode(_ line: ArraySlice<UInt8>, isLast: Bool) -> [UInt8]? {
    guard !line.isEmpty, line.count.isMultiple(of: 4), line.count <= columnCount,
      isLast || line.count == columnCount
    else { return nil }
    let padding = line.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard isLast || padding == 0 else { return nil }
    return Base64.decode(line.dropLast(padding))
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(byte)
  }
}
