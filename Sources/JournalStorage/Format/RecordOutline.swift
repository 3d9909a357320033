import Coach

/// What is known of a record without decoding what was written in it.
public struct RecordOutline: Equatable, Sendable {
  /// The record's id.
  public let id: String

  /// The version.
  public let rev: Int

  /// What the record holds.
  public let kind: Record.Kind

  /// When the person began to write it.
  public let at: LocalTime

  /// The IANA name of the time zone they were in.
  public let tz: String

  /// Words the person filed it under.
  public let tags: [String]

  /// The people it speaks of.
  public let people: [String]

  /// Reads the outline of a line; `nil` for one that this program does not know.
  init?(_ line: RecordLine) {
    var members = Members()
    line.raw.withUnsafeBufferPointer { members.collect(from: $0) }
    guard let id = members.id, let kind = members.kind, let at = members.at else { return nil }
    self.id = id
    tz = members.tz ?? ""
    rev = line.rev
    self.kind = kind
    self.at = at
    tags = members.tags ?? []
    people = members.people ?? []
  }

  /// The outlines of all records that count, oldest first.
  static func all(in text: JournalText) -> [RecordOutline] {
    var outlines: [RecordOutline] = []
    outlines.reserveCapacity(text.lines.count)
    for line in text.currentLines where !line.isTombstone {
      if let outline = RecordOutline(line) { outlines.append(outline) }
    }
    outlines.sort { ($0.at, $0.id) < ($1.at, $1.id) }
    return outlines
  }
}

/// The members of a line that an outline needs, found in one walk; of two with one name the first.
private struct Members {
  var id: String?
  var kind: Record.Kind?
  var at: LocalTime?
  var tz: String?
  var tags: [String]?
  var people: [String]?

  mutating func collect(from line: UnsafeBufferPointer<UInt8>) {
    var scan = LineScan(line)
    _ = scan.members { name, value in
      switch name.count {
      case 2 where id == nil && name.isSame(as: "id"):
        id = RecordSpelling.string(value)
      case 2 where at == nil && name.isSame(as: "at"):
        at = LocalTime(spelled: value)
      case 2 where tz == nil && name.isSame(as: "tz"):
        tz = RecordSpelling.string(value)
      case 4 where kind == nil && name.isSame(as: "kind"):
        kind = RecordSpelling.string(value).map(Record.Kind.init(rawValue:))
      case 4 where tags == nil && name.isSame(as: "tags"):
        tags = RecordSpelling.strings(value)
      case 6 where people == nil && name.isSame(as: "people"):
        people = RecordSpelling.strings(value)
      default: break
      }
    }
  }
}
