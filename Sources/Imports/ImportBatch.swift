import Coach
import Questionnaires

/// Entries that were read from one or more files, and what to tell of them.
public struct ImportBatch: Equatable, Sendable {
  /// The entries, in the order in which the files have them.
  public private(set) var records: [Record] = []

  /// The formats that they were read from, in the order in which they were met.
  public private(set) var formats: [ImportFormat] = []

  /// What to tell of them, with how often it was met.
  public private(set) var remarks: [ImportRemark: Int] = [:]

  /// Makes an empty batch.
  public init() {}

  /// Adds what was read from another file.
  public mutating func add(_ other: ImportBatch) {
    records += other.records
    for format in other.formats { met(format) }
    for (remark, count) in other.remarks { note(remark, count) }
  }

  /// Notes that something is to be told of.
  ///
  /// - Parameters:
  ///   - remark: What.
  ///   - count: How often it was met.
  public mutating func note(_ remark: ImportRemark, _ count: Int = 1) {
    guard count > 0 else { return }
    remarks[remark, default: 0] += count
  }

  /// The remarks in the order in which they are told, each as a sentence.
  public var sentences: [String] {
    ImportRemark.allCases.flatMap { sort in
      remarks.filter { $0.key.isLike(sort) }.map { $0.key.sentence(count: $0.value) }.sorted()
    }
  }
}

extension ImportBatch {
  mutating func met(_ format: ImportFormat) {
    if !formats.contains(format) { formats.append(format) }
  }

  mutating func add(_ record: Record) {
    records.append(record)
  }

  /// Adds an entry of another program as a note.
  mutating func add(
    _ text: String, tags: [String], at: LocalTime, tz: String, from format: ImportFormat, id: String
  ) {
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return note(.withoutWords)
    }
    var body = Entry(notes: [Note(prompt: "", question: "", text: PrivateText(text))])
    body.imported = format.label
    records.append(
      Record(id: id, kind: .note, at: at, tz: tz, tags: Self.distinct(tags), body: body))
  }

  /// Finds the moment of a written time, and notes what had to be decided for it.
  ///
  /// - Parameters:
  ///   - time: The time.
  ///   - zone: The zone that the file names; `nil` where it names none.
  ///   - settings: The person's own zone, and the rules of all.
  /// - Returns: The moment and the name of its zone; `nil` outside the years that can be written.
  mutating func resolve(
    _ time: WrittenTime, zone: String?, _ settings: ImportSettings
  ) -> (at: LocalTime, tz: String)? {
    if !time.hasTimeOfDay { note(.noTimeOfDay) }
    let known = known(zone, settings)
    if let offset = time.offset {
      let moment = time.wall - offset
      let at =
        known.flatMap { settings.rules.moment(moment, zone: $0) }
        ?? LocalTime(epochSeconds: moment, offset: offset)
      return Self.inRange(at, known ?? Self.name(ofOffset: offset))
    }
    if zone == nil { note(.assumedZone(settings.zone)) }
    let tz = known ?? settings.zone
    switch settings.rules.reading(wall: time.wall, zone: tz) {
    case .plain(let at): return Self.inRange(at, tz)
    case .repeated(let at):
      note(.repeatedTime)
      return Self.inRange(at, tz)
    case .skipped(let at):
      note(.skippedTime)
      return Self.inRange(at, tz)
    case nil: return Self.inRange(LocalTime(epochSeconds: time.wall), "UTC")
    }
  }

  /// The zone a file names, unless this computer does not know it.
  private mutating func known(_ zone: String?, _ settings: ImportSettings) -> String? {
    guard let zone else { return nil }
    guard settings.rules.moment(0, zone: zone) == nil else { return zone }
    note(.unknownZone)
    return settings.zone
  }

  private static func inRange(_ at: LocalTime, _ tz: String) -> (LocalTime, String)? {
    (1...9999).contains(at.day.parts.year) ? (at, tz) : nil
  }

  /// A name for an offset that belongs to no place, such as `GMT+0200`.
  private static func name(ofOffset offset: Int) -> String {
    guard offset != 0 else { return "UTC" }
    let digits = [abs(offset) / 3600, abs(offset) / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "GMT\(offset < 0 ? "-" : "+")\(digits.joined())"
  }

  private static func distinct(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    return tags.map { tag in
      tag.drop { $0 == "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
