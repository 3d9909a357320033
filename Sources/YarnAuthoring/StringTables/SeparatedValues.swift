/// A table of comma-separated values (RFC 4180).
///
/// Cells can stand in quotation marks and then hold commas, line breaks and doubled quotation
/// marks. Lines end in LF, CR LF or CR; a byte order mark at the start is passed over.
public struct SeparatedValues: Equatable, Sendable {
  /// A row with the place where it begins.
  public struct Row: Equatable, Sendable {
    /// The texts of the cells.
    public var cells: [String]

    /// The line of the file where the row begins, counted from 1.
    public var line: Int
  }

  /// The rows, empty lines left out.
  public var rows: [Row]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: What faults call the file.
  /// - Throws: ``FileFault`` for a quotation mark that is not closed, or text after one that is.
  public init(_ text: String, file: String) throws(FileFault) {
    var reader = SeparatedValuesReader(TextPlaces(text, file: file))
    rows = try reader.rows()
  }

  /// Creates a table from the texts of its cells.
  public init(_ rows: [[String]]) {
    self.rows = rows.enumerated().map { Row(cells: $1, line: $0 + 1) }
  }

  /// The table as text: LF at the end of every row, quotation marks only where a cell needs them.
  public var text: String {
    rows.map { $0.cells.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains {
      [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0)
    }
    let hasBlankEdge = cell.first?.isWhitespace == true || cell.last?.isWhitespace == true
    guard needsQuotes || hasBlankEdge else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

/// Reads the rows of a table.
private struct SeparatedValuesReader {
  private let places: TextPlaces
  private var position = 0
  private var line = 1

  init(_ places: TextPlaces) {
    self.places = places
  }

  mutating func rows() throws(FileFault) -> [SeparatedValues.Row] {
    var rows: [SeparatedValues.Row] = []
    while peek() != nil {
      let start = line
      var cells = [try cell()]
      while take(",") { cells.append(try cell()) }
      endLine()
      if cells != [""] { rows.append(SeparatedValues.Row(cells: cells, line: start)) }
    }
    return rows
  }

  private mutating func cell() throws(FileFault) -> String {
    guard peek() != UInt8(ascii: "\"") else { return try quotedCell() }
    let start = position
    while let byte = peek(), byte != UInt8(ascii: ","), !Self.isBreak(byte) { position += 1 }
    return String(decoding: places.bytes[start..<position], as: UTF8.self)
  }

  private mutating func quotedCell() throws(FileFault) -> String {
    let opening = position
    position += 1
    var cell: [UInt8] = []
    while let byte = peek() {
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard take("\"") else {
          guard peek().map({ $0 == UInt8(ascii: ",") || Self.isBreak($0) }) ?? true else {
            throw places.fault(.textAfterQuote, at: position..<(position + 1))
          }
          return String(decoding: cell, as: UTF8.self)
        }
      } else if Self.isBreak(byte) {
        if !(byte == 0x0D && peek() == 0x0A) { line += 1 }
      }
      cell.append(byte)
    }
    throw places.fault(.unclosedQuote, at: opening..<(opening + 1))
  }

  private mutating func endLine() {
    guard let byte = peek() else { return }
    position += 1
    if byte == 0x0D, peek() == 0x0A { position += 1 }
    line += 1
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func peek() -> UInt8? {
    position < places.bytes.count ? places.bytes[position] : nil
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }
}
