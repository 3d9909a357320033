import Coach
import FoundationEssentials
import Questionnaires

/// One line of the journal, kept as the bytes it was written with.
///
/// A line that this version of the program does not understand is carried along untouched.
struct RecordLine: Sendable {
  /// The line, without its line break.
  let raw: [UInt8]

  /// The record's id; `nil` when the line is nothing this program knows.
  let id: String?

  /// The version of the record.
  let rev: Int

  /// Whether the line stands for a deleted record.
  let isTombstone: Bool

  /// The record; `nil` when its kind is unknown to this program.
  let record: Record?

  /// Reads a line of the journal.
  init(raw: [UInt8]) {
    self.raw = raw
    // A line of a later version may not decode; it is kept as it is.
    let record = try? JSONDecoder().decode(Record.self, from: Data(raw))
    let label = record.map(Label.init) ?? (try? JSONDecoder().decode(Label.self, from: Data(raw)))
    self.record = record
    id = label?.id
    rev = label?.rev ?? 0
    isTombstone = label?.deleted == true
  }

  /// Writes a record, with whatever an older line of it holds that this program does not know.
  init(_ record: Record, replacing older: RecordLine? = nil) throws(VaultError) {
    var raw = try Self.encode(record)
    if let older, let before = older.record, record.deleted != true {
      raw = try Self.carry(from: older.raw, knownAs: Self.encode(before), into: raw)
    }
    self.raw = raw
    self.record = record
    id = record.id
    rev = record.rev
    isTombstone = record.deleted == true
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

  /// The part of a line that every version of the format shares.
  private struct Label: Decodable {
    let id: String
    let rev: Int
    let deleted: Bool?

    init(_ record: Record) {
      id = record.id
      rev = record.rev
      deleted = record.deleted
    }
  }

  private static func encode(_ record: Record) throws(VaultError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(record))
    } catch {
      throw .notEncodable
    }
  }

  /// Adds the members of an older line that its known part lacks.
  private static func carry(
    from older: [UInt8], knownAs known: [UInt8], into newer: [UInt8]
  ) throws(VaultError) -> [UInt8] {
    do {
      let all = try JSONValue(parsing: String(decoding: older, as: UTF8.self)).object
      let understood = try JSONValue(parsing: String(decoding: known, as: UTF8.self)).object
      let unknown = (all?.members ?? []).filter { member in understood?[member.key] == nil }
      guard !unknown.isEmpty,
        var object = try JSONValue(parsing: String(decoding: newer, as: UTF8.self)).object
      else { return newer }
      for member in unknown where object[member.key] == nil { object[member.key] = member.value }
      return Array(JSONValue.object(object).text().utf8)
    } catch {
      throw .notEncodable
    }
  }
}

extension RecordLine: Equatable {
  /// Compares the bytes, from which all the rest is read.
  static func == (one: RecordLine, other: RecordLine) -> Bool {
    one.raw == other.raw
  }
}
