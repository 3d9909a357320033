import Coach
import FoundationEssentials
import Questionnaires

/// One line of the journal, kept as the bytes it was written with.
///
/// The record is decoded when it is asked for. A line that this version of the program does not
/// understand is carried along untouched.
struct RecordLine: Sendable {
  /// The line, without its line break; it shares the memory of the text it was found in.
  let raw: ArraySlice<UInt8>

  /// The record's id; `nil` when the line is nothing this program knows.
  let key: RecordKey?

  /// The version of the record.
  let rev: Int

  /// Whether the line stands for a deleted record.
  let isTombstone: Bool

  /// When the record was begun, in seconds since 1970; `nil` when the line does not say.
  let moment: Int?

  /// Reads a line of the journal.
  init(raw: ArraySlice<UInt8>) {
    let label = raw.withUnsafeBufferPointer { Label($0) }
    self.raw = raw
    key = label?.key
    rev = label?.rev ?? 0
    isTombstone = label?.isDeleted ?? false
    moment = label?.moment
  }

  init(raw: ArraySlice<UInt8>, label: Label?) {
    self.raw = raw
    key = label?.key
    rev = label?.rev ?? 0
    isTombstone = label?.isDeleted ?? false
    moment = label?.moment
  }

  /// Writes a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - older: The version that counted before; what it holds that this program does not know
  ///     is carried over.
  ///   - seen: The version that the writer had before them, which this one stands for.
  /// - Throws: `VaultError.notEncodable`.
  init(
    _ record: Record, replacing older: RecordLine? = nil, over seen: RecordLine? = nil
  ) throws(VaultError) {
    var line = try RecordSpelling.encode(record)
    if let older, let before = older.record, record.deleted != true {
      line = try RecordSpelling.carry(
        from: older.raw, knownAs: RecordSpelling.encode(before), into: line)
    }
    if let seen, !seen.isTombstone {
      line = try RecordSpelling.mark(line, over: seen.overs + [seen.digest])
    }
    self.init(raw: line[...])
  }

  /// The record; `nil` when its kind or its shape is unknown to this program.
  var record: Record? { RecordSpelling.decode(raw) }

  /// The id; `nil` when the line is nothing this program knows.
  var id: String? { label("id").flatMap { RecordSpelling.string($0) } }

  /// What the record holds; `nil` when the line does not say.
  var kind: Record.Kind? {
    label("kind").flatMap(RecordSpelling.string).map(Record.Kind.init(rawValue:))
  }

  /// The members of the line, as they are spelled.
  func label(_ name: String) -> ArraySlice<UInt8>? {
    raw.withUnsafeBufferPointer { buffer in
      var scan = LineScan(buffer)
      var found: ArraySlice<UInt8>?
      let start = buffer.baseAddress
      _ = scan.members { key, value in
        guard found == nil, key.elementsEqual(name.utf8), let start,
          let valueStart = value.baseAddress
        else { return }
        let offset = raw.startIndex + (valueStart - start)
        found = raw[offset..<(offset + value.count)]
      }
      return found
    }
  }

  /// Whether this version counts and the other does not.
  ///
  /// Of two versions with one number a tombstone counts, then the greater bytes, so that all
  /// devices agree.
  func outranks(_ other: RecordLine) -> Bool {
    guard rev == other.rev else { return rev > other.rev }
    guard isTombstone == other.isTombstone else { return isTombstone }
    return other.raw.lexicographicallyPrecedes(raw)
  }

  /// The digests of the versions that this one was written over.
  var overs: [String] {
    label("over").flatMap(RecordSpelling.strings) ?? []
  }

  /// The 64-bit FNV-1a of the line, in hexadecimal; it names a version among those of a record.
  var digest: String {
    let hash = raw.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension RecordLine {
  /// The part of a line that every version of the format shares.
  struct Label {
    let key: RecordKey
    let rev: Int
    let isDeleted: Bool
    let moment: Int?

    init?(_ line: UnsafeBufferPointer<UInt8>) {
      var key: RecordKey?
      var rev: Int?
      var isDeleted = false
      var moment: Int?
      var scan = LineScan(line)
      let isObject = scan.members { name, value in
        if name.count == 2, name[0] == UInt8(ascii: "i"), name[1] == UInt8(ascii: "d") {
          key = Self.key(value)
        } else if name.count == 2, name[0] == UInt8(ascii: "a"), name[1] == UInt8(ascii: "t") {
          moment = LocalTime(spelled: value)?.epochSeconds
        } else if name.count == 3, name.elementsEqual("rev".utf8) {
          rev = Self.number(value)
        } else if name.count == 7, name.elementsEqual("deleted".utf8) {
          isDeleted = value.first == UInt8(ascii: "t")
        }
      }
      guard isObject, let key, let rev else { return nil }
      self.key = key
      self.rev = rev
      self.isDeleted = isDeleted
      self.moment = moment
    }

    private static func key(_ value: UnsafeBufferPointer<UInt8>) -> RecordKey? {
      guard value.count >= 2, value.first == UInt8(ascii: "\"") else { return nil }
      return RecordKey(UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)]))
    }

    private static func number(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
      guard (1...18).contains(value.count) else { return nil }
      var number = 0
      for byte in value {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return number
    }
  }
}

extension RecordLine: Equatable {
  /// Compares the bytes, from which all the rest is read.
  static func == (one: RecordLine, other: RecordLine) -> Bool {
    one.raw.isSame(as: other.raw)
  }
}
