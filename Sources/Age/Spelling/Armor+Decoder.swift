extension Armor {
  /// Reads an armored file that comes in pieces, with no more than one line of it in memory.
  public struct Decoder: ~Copyable {
    private enum Stage {
      /// Nothing but white space has come, so many bytes of it.
      case before(Int)
      /// A line is being read.
      case line
      /// The closing mark has come, and so much white space.
      case after(Int)
    }

    private var stage = Stage.before(0)
    private var line: [UInt8] = []
    private var lineNumber = 1

    /// The number of a line that only the closing mark may follow.
    private var shortLine: Int?

    /// Begins to read an armored file.
    public init() {}

    /// Reads a piece.
    ///
    /// - Parameter piece: The next bytes of the spelling, as many as are at hand.
    /// - Returns: The next bytes of the file.
    /// - Throws: `AgeError.malformedArmor` with the line that breaks a rule.
    public mutating func decode(_ piece: [UInt8]) throws(AgeError) -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(piece.count * 3 / 4)
      for byte in piece { try take(byte, into: &bytes) }
      return bytes
    }

    /// Makes sure that the closing mark has come.
    ///
    /// - Throws: `AgeError.malformedArmor` with the last line when it has not.
    public consuming func finish() throws(AgeError) {
      guard case .after = stage else { throw .malformedArmor(line: lineNumber) }
    }

    private mutating func take(_ byte: UInt8, into bytes: inout [UInt8]) throws(AgeError) {
      switch stage {
      case .before(let count):
        guard !isWhiteSpace(byte) else {
          guard count < whiteSpaceLimit else { throw .malformedArmor(line: 1) }
          stage = .before(count + 1)
          return
        }
        stage = .line
        line = [byte]
      case .after(let count):
        guard isWhiteSpace(byte), count < whiteSpaceLimit else {
          throw .malformedArmor(line: lineNumber)
        }
        stage = .after(count + 1)
      case .line: try continueLine(byte, into: &bytes)
      }
    }

    private mutating func continueLine(
      _ byte: UInt8, into bytes: inout [UInt8]
    ) throws(AgeError) {
      guard byte != UInt8(ascii: "\n") else { return try endLine(into: &bytes) }
      line.append(byte)
      if lineNumber > 1, line.count == closing.count, line == closing { stage = .after(0) }
      // One more than the columns, for a carriage return.
      guard line.count <= columnCount + 1 else { throw .malformedArmor(line: lineNumber) }
    }

    private mutating func endLine(into bytes: inout [UInt8]) throws(AgeError) {
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if lineNumber == 1 {
        guard line == opening else { throw .malformedArmor(line: 1) }
      } else {
        if let shortLine { throw .malformedArmor(line: shortLine) }
        try decodeLine(into: &bytes)
      }
      line.removeAll(keepingCapacity: true)
      lineNumber += 1
    }

    private mutating func decodeLine(into bytes: inout [UInt8]) throws(AgeError) {
      let padding = line.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
      guard !line.isEmpty, line.count.isMultiple(of: 4), line.count <= columnCount,
        let decoded = Base64.decode(line.dropLast(padding))
      else { throw .malformedArmor(line: lineNumber) }
      if line.count < columnCount || padding > 0 { shortLine = lineNumber }
      bytes += decoded
    }
  }
}
