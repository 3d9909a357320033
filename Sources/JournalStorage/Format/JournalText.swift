import Coach
import Glibc

/// The content of the journal file: a header line and one line for each version of a record.
struct JournalText: Equatable, Sendable {
  /// What keeps text from being read.
  enum Fault: Error, Equatable {
    /// The header is missing or the number of lines is not the one it says.
    case malformed
    /// A later version of the program wrote it.
    case newerVersion(Int)
  }

  /// The size is rounded up to this many bytes, so that it says little of what was written.
  static let padding = 65_536

  /// The header; what it says of the number of lines is put right when it is written.
  var header: JournalHeader

  /// The lines, in no order that means anything.
  private(set) var lines: [RecordLine] {
    didSet { decoded = DecodedHistory() }
  }

  /// Where the line lies that counts, for every record.
  private(set) var places: [RecordKey: Int]

  /// What the lines say, once somebody has asked; new lines need another one.
  private(set) var decoded = DecodedHistory()

  var generation: Int {
    get { header.generation }
    set { header.generation = newValue }
  }

  init(generation: Int, lines: [RecordLine]) {
    self.init(
      header: JournalHeader(generation: generation, device: "", count: lines.count), lines: lines)
  }

  init(header: JournalHeader, lines: [RecordLine]) {
    self.header = header
    self.lines = lines
    places = Self.places(of: lines)
  }

  /// Reads the opened content of a journal file.
  ///
  /// The lines share the memory of the content; nothing of them is decoded yet.
  ///
  /// - Parameter bytes: The content.
  /// - Throws: What keeps it from being read.
  init(parsing bytes: [UInt8]) throws(Fault) {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let header = try JournalHeader(parsing: bytes[..<end])
    let lines = Self.lines(in: bytes[end...], expected: header.count)
    guard lines.count == header.count else { throw .malformed }
    self.init(header: header, lines: lines)
  }

  /// Finds the lines of a piece of text, without those that are empty.
  static func lines(in bytes: ArraySlice<UInt8>, expected: Int = 0) -> [RecordLine] {
    var lines: [RecordLine] = []
    lines.reserveCapacity(min(max(0, expected), bytes.count / 2))
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var position = 0
      while position < buffer.count {
        let rest = start + position
        let end =
          memchr(rest, 10, buffer.count - position)
          .map { position + (UnsafeRawPointer($0) - UnsafeRawPointer(rest)) } ?? buffer.count
        let line = UnsafeBufferPointer(start: rest, count: end - position)
        if line.contains(where: { $0 != UInt8(ascii: " ") }) {
          let offset = bytes.startIndex + position
          lines.append(
            RecordLine(raw: bytes[offset..<(offset + line.count)], label: .init(line)))
        }
        position = end + 1
      }
    }
    return lines
  }

  private static func places(of lines: [RecordLine]) -> [RecordKey: Int] {
    var places: [RecordKey: Int] = [:]
    places.reserveCapacity(lines.count)
    for index in lines.indices {
      guard let key = lines[index].key, let other = places.updateValue(index, forKey: key),
        !lines[index].outranks(lines[other])
      else { continue }
      places[key] = other
    }
    return places
  }

  /// Puts other lines in place of all there are.
  mutating func replaceLines(_ lines: [RecordLine]) {
    self.lines = lines
    places = Self.places(of: lines)
  }

  /// Puts a line in place of the one that counts at present, or behind all others.
  mutating func put(_ line: RecordLine, replacing index: Int?) {
    if let index {
      lines[index] = line
    } else {
      lines.append(line)
    }
    guard let key = line.key else { return }
    let place = index ?? lines.count - 1
    if let other = places[key], other != place, !line.outranks(lines[other]) { return }
    places[key] = place
  }
}

extension [UInt8] {
  /// The bytes with as many line breaks after them as the next multiple of a size takes.
  func padded(to size: Int) -> [UInt8] {
    self + [UInt8](repeating: UInt8(ascii: "\n"), count: (size - count % size) % size)
  }
}
