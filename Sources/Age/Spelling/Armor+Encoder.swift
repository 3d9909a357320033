extension Armor {
  /// Spells a file that comes in pieces, with no more than one line of it in memory.
  public struct Encoder: ~Copyable {
    private static let lineByteCount = Armor.columnCount / 4 * 3

    private var unwritten = Armor.opening + [UInt8(ascii: "\n")]
    private var pending: [UInt8] = []

    /// Begins to spell a file.
    public init() {}

    /// Spells a piece.
    ///
    /// - Parameter piece: The next bytes of the file, as many as are at hand.
    /// - Returns: The lines that are whole by now.
    public mutating func encode(_ piece: [UInt8]) -> [UInt8] {
      var armored = unwritten
      unwritten = []
      let bytes = pending + piece
      let end = bytes.count / Self.lineByteCount * Self.lineByteCount
      armored.reserveCapacity(bytes.count * 3 / 2)
      for start in stride(from: 0, to: end, by: Self.lineByteCount) {
        armored += Base64.encode(bytes[start..<start + Self.lineByteCount])
        armored.append(UInt8(ascii: "\n"))
      }
      pending = Array(bytes[end...])
      return armored
    }

    /// Spells what is left, and the closing mark.
    ///
    /// - Returns: The last lines.
    public consuming func finish() -> [UInt8] {
      var armored = unwritten
      if !pending.isEmpty {
        let spelled = Base64.encode(pending)
        armored += spelled
        armored += [UInt8](repeating: UInt8(ascii: "="), count: (4 - spelled.count % 4) % 4)
        armored.append(UInt8(ascii: "\n"))
      }
      return armored + Armor.closing + [UInt8(ascii: "\n")]
    }
  }
}
