/// A terminal small enough to be looked at: what the sequences that we emit make visible.
///
/// Sequences it does not know are kept in ``unknown`` and modes that were switched on and not off in
/// ``modes``, so that a test can demand that both are empty.
public struct Screen: Equatable, Sendable {
  /// The height of the window.
  public private(set) var rows: Int

  /// The width of the window.
  public private(set) var columns: Int

  /// The row of the cursor, from 0.
  public private(set) var row = 0

  /// The column of the cursor, from 0.
  public private(set) var column = 0

  /// The lines that went out at the top, oldest first.
  public private(set) var scrolledOff: [String] = []

  /// Private modes that are on, such as `"?2004"` for bracketed paste.
  public private(set) var modes: Set<String> = []

  /// Sequences and control characters that no real need of ours explains.
  public private(set) var unknown: [String] = []

  private var grid: [[Cell]]
  private var wrapsNext = false
  private var isBold = false
  private var pending: [UInt8] = []

  /// An empty screen with the cursor at its top left.
  ///
  /// - Parameters:
  ///   - rows: The height of the window.
  ///   - columns: The width of the window.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    grid = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// What is visible, without spaces at the ends of lines and without empty lines at the end.
  public var text: String {
    var lines = (0..<rows).map(line)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Reads one visible line.
  ///
  /// - Parameter row: The row, from 0.
  /// - Returns: The text without spaces at its end.
  public func line(_ row: Int) -> String {
    var line = grid[row].filter { !$0.isSecondHalf }.map(\.text).joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Reads what is bold in one line.
  ///
  /// - Parameter row: The row, from 0.
  /// - Returns: The bold characters, run together.
  public func boldText(_ row: Int) -> String {
    grid[row].filter { $0.isBold && !$0.isSecondHalf }.map(\.text).joined()
  }

  /// Gives the window another size, as a terminal does that cuts lines and does not wrap them anew.
  ///
  /// - Parameters:
  ///   - rows: The new height.
  ///   - columns: The new width.
  public mutating func resize(rows: Int, columns: Int) {
    var resized = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
    for row in 0..<min(rows, self.rows) {
      for column in 0..<min(columns, self.columns) { resized[row][column] = grid[row][column] }
    }
    (self.rows, self.columns, grid) = (rows, columns, resized)
    (row, column, wrapsNext) = (min(row, rows - 1), min(column, columns - 1), false)
  }

  /// Takes what a program wrote; a sequence may come in pieces.
  ///
  /// - Parameter bytes: The next bytes.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var position = 0
    while position < pending.count, let length = step(at: position) { position += length }
    pending.removeFirst(position)
  }
}

private struct Cell: Equatable, Sendable {
  var text = " "
  var isBold = false
  var isSecondHalf = false
}

extension Screen {
  /// Does what the bytes from a position on ask for.
  ///
  /// - Returns: How many bytes that took, or `nil` when more have to come first.
  private mutating func step(at position: Int) -> Int? {
    let byte = pending[position]
    switch byte {
    case 0x1B: return escape(at: position)
    case 0..<0x20, 0x7F:
      control(byte)
      return 1
    default:
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard position + length <= pending.count else { return nil }
      let scalars = String(decoding: pending[position..<position + length], as: UTF8.self)
      for scalar in scalars.unicodeScalars { put(scalar) }
      return length
    }
  }

  private mutating func escape(at position: Int) -> Int? {
    guard position + 1 < pending.count else { return nil }
    guard pending[position + 1] == UInt8(ascii: "[") else {
      unknown.append("ESC \(Character(Unicode.Scalar(pending[position + 1])))")
      return 2
    }
    let rest = pending[(position + 2)...]
    guard let end = rest.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
    let parameters = String(decoding: pending[(position + 2)..<end], as: UTF8.self)
    obey(Character(Unicode.Scalar(pending[end])), parameters)
    return end - position + 1
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: break
    case 0x08: (column, wrapsNext) = (max(0, column - 1), false)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: (column, wrapsNext) = (0, false)
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    guard row == rows - 1 else { return row += 1 }
    scrolledOff.append(line(0))
    grid.removeFirst()
    grid.append(Array(repeating: Cell(), count: columns))
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = CellWidth.columns(of: scalar)
    guard width > 0 else { return combine(scalar) }
    if wrapsNext || column + width > columns {
      column = 0
      lineFeed()
    }
    grid[row][column] = Cell(text: String(scalar), isBold: isBold)
    if width == 2, column + 1 < columns {
      grid[row][column + 1] = Cell(isBold: isBold, isSecondHalf: true)
    }
    wrapsNext = column + width >= columns
    column = min(columns - 1, column + width)
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    var target = wrapsNext ? column : max(0, column - 1)
    if grid[row][target].isSecondHalf { target -= 1 }
    grid[row][target].text.unicodeScalars.append(scalar)
  }

  private mutating func obey(_ final: Character, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    if final != "m" { wrapsNext = false }
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "H":
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "P": deleteCells(count)
    case "@": insertCells(count)
    case "m": isBold = numbers.reduce(isBold) { $1 == 1 ? true : $1 == 0 || $1 == 22 ? false : $0 }
    case "h" where parameters.hasPrefix("?"): modes.insert(parameters)
    case "l" where parameters.hasPrefix("?"): modes.remove(parameters)
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func eraseLine(_ part: Int) {
    let erased = part == 0 ? column..<columns : part == 1 ? 0..<(column + 1) : 0..<columns
    for column in erased { grid[row][column] = Cell() }
  }

  private mutating func eraseScreen(_ part: Int) {
    if part == 0 { eraseLine(0) }
    let erased = part == 0 ? (row + 1)..<max(row + 1, rows) : 0..<rows
    for row in erased { grid[row] = Array(repeating: Cell(), count: columns) }
  }

  private mutating func deleteCells(_ count: Int) {
    grid[row].removeSubrange(column..<min(columns, column + count))
    while grid[row].count < columns { grid[row].append(Cell()) }
  }

  private mutating func insertCells(_ count: Int) {
    grid[row].insert(contentsOf: Array(repeating: Cell(), count: count), at: column)
    grid[row].removeLast(grid[row].count - columns)
  }
}
