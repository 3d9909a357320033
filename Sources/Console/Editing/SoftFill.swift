import CReadline

/// Breaks a line that is being typed at a measure, without adding or taking a single byte.
///
/// The space before a word that does not fit becomes a line feed, and becomes a space again when
/// there is room or when the line is accepted. Because the length never changes, the cursor, the
/// mark and the undo list of the editor stay true. Line feeds that the person typed or pasted are
/// told apart by remembering which were ours.
struct SoftFill {
  private var breaks: Set<Int> = []
  private var known: [UInt8] = []

  /// Turns every break of ours back into a space.
  ///
  /// - Parameter bytes: The line as the editor holds it.
  /// - Returns: As many bytes, as the person typed them.
  mutating func restored(_ bytes: [UInt8]) -> [UInt8] {
    follow(bytes)
    return bytes.enumerated().map { breaks.contains($0.offset) ? Self.space : $0.element }
  }

  /// Breaks the line afresh.
  ///
  /// - Parameters:
  ///   - bytes: The line as the editor holds it.
  ///   - measure: The last column that may be used, counted from 1.
  ///   - start: How many columns the prompt takes before the first byte.
  ///   - margin: How many columns stay free before each further line.
  /// - Returns: As many bytes, some spaces replaced by line feeds.
  mutating func filled(
    _ bytes: [UInt8], measure: Int, startingAt start: Int, goingOnAt margin: Int = 0
  ) -> [UInt8] {
    var line = restored(bytes)
    breaks = Self.breaks(in: line, measure: measure, start: start, margin: margin)
    for index in breaks { line[index] = Self.lineFeed }
    known = line
    return line
  }

  /// Moves the remembered breaks along with an edit: those before and after the changed stretch
  /// stay, those inside it are gone.
  private mutating func follow(_ bytes: [UInt8]) {
    guard !breaks.isEmpty, bytes != known else { return known = bytes }
    let shorter = min(bytes.count, known.count)
    var head = 0
    while head < shorter, bytes[head] == known[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, bytes[bytes.count - 1 - tail] == known[known.count - 1 - tail] {
      tail += 1
    }
    let shift = bytes.count - known.count
    let tailStart = known.count - tail
    breaks = Set(breaks.compactMap { $0 < head ? $0 : $0 >= tailStart ? $0 + shift : nil })
    known = bytes
  }
}

extension SoftFill {
  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")

  private static func breaks(
    in line: [UInt8], measure: Int, start: Int, margin: Int
  ) -> Set<Int> {
    var found: Set<Int> = []
    var column = start
    var lastSpace: (index: Int, columnAfter: Int)?
    var index = 0
    while index < line.count {
      let (scalar, length) = scalar(in: line, at: index)
      if scalar == "\n" {
        (column, lastSpace) = (margin, nil)
      } else if scalar == " " {
        column += 1
        lastSpace = (index, column)
      } else {
        column += width(of: scalar)
        if column > measure, let space = lastSpace {
          found.insert(space.index)
          column += margin - space.columnAfter
          lastSpace = nil
        }
      }
      index += length
    }
    return found
  }

  /// Decodes one scalar; a broken sequence counts as one question mark of one byte.
  private static func scalar(in line: [UInt8], at index: Int) -> (Unicode.Scalar, length: Int) {
    let first = line[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let sequence = line[index..<min(line.count, index + length)]
    let decoded = String(decoding: sequence, as: UTF8.self).unicodeScalars
    guard decoded.count == 1, let scalar = decoded.first else { return ("?", 1) }
    return (scalar, sequence.count)
  }

  /// Counts as the C library does, and so as readline does, whatever our own tables say.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    Int(max(0, kith_column_width(scalar.value)))
  }
}
