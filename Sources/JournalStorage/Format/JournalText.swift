import FoundationEssentials

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

  var generation: Int
  var lines: [RecordLine]

  init(generation: Int, lines: [RecordLine]) {
    self.generation = generation
    self.lines = lines
  }

  /// Reads the opened content of a journal file.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - known: Lines read before; those that are the same are not decoded again.
  /// - Throws: What keeps it from being read.
  init(parsing bytes: [UInt8], known: [RecordLine] = []) throws(Fault) {
    var raws = bytes.split(separator: UInt8(ascii: "\n"))
    while raws.last?.allSatisfy({ $0 == UInt8(ascii: " ") }) == true { raws.removeLast() }
    guard let first = raws.first else { throw .malformed }
    let header = try Self.header(from: first)
    guard header.count == raws.count - 1 else { throw .malformed }
    let byBytes = Dictionary(known.map { ($0.raw, $0) }) { first, _ in first }
    generation = header.generation
    lines = raws.dropFirst().map { raw in
      let raw = Array(raw)
      return byBytes[raw] ?? RecordLine(raw: raw)
    }
  }

  private static func header(from line: ArraySlice<UInt8>) throws(Fault) -> JournalHeader {
    struct Version: Decodable { let kith: Int }
    do {
      let version = try JSONDecoder().decode(Version.self, from: Data(line)).kith
      guard version == JournalHeader.version else { throw Fault.newerVersion(version) }
      return try JSONDecoder().decode(JournalHeader.self, from: Data(line))
    } catch let fault as Fault {
      throw fault
    } catch {
      throw .malformed
    }
  }

  /// The content to seal, padded with empty lines.
  func encoded(device: String) throws(VaultError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let header = JournalHeader(generation: generation, device: device, count: lines.count)
    var bytes: [UInt8]
    do {
      bytes = Array(try encoder.encode(header))
    } catch {
      throw .notEncodable
    }
    bytes.reserveCapacity(lines.reduce(Self.padding * 2) { $0 + $1.raw.count + 1 })
    for line in lines {
      bytes.append(UInt8(ascii: "\n"))
      bytes += line.raw
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes.padded(to: Self.padding)
  }
}

extension [UInt8] {
  /// The bytes with as many line breaks after them as the next multiple of a size takes.
  func padded(to size: Int) -> [UInt8] {
    self + [UInt8](repeating: UInt8(ascii: "\n"), count: (size - count % size) % size)
  }
}
