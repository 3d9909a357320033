/// A program's string table: its lines by their ids, in the order in which they were added.
///
/// It reads like a dictionary. Of its own it is because a dictionary's rows lie in no order, which
/// costs most of its time where there are a million.
public struct LineTable: Sendable {
  private struct Row: Sendable {
    var id: String
    var entry: LineEntry
  }

  private var rows: [Row] = []

  /// For each of a power of two of places a row's number, counted from 1, below 32 bits of the
  /// hash of its id; 0 where there is none.
  private var places: [UInt64] = []

  /// Creates a table without lines.
  public init() {}

  /// Finds a line by its id, or sets what is known of it; `nil` takes the line out.
  public subscript(id: String) -> LineEntry? {
    get { position(of: id).map { rows[$0].entry } }
    set {
      if let newValue {
        _ = add(newValue, id: id)
      } else if let position = position(of: id) {
        rows.remove(at: position)
        fillPlaces(count: places.count)
      }
    }
  }

  /// The ids in the table's order.
  public var keys: some RandomAccessCollection<String> { rows.lazy.map(\.id) }

  /// The lines without their ids, in the table's order.
  public var values: some RandomAccessCollection<LineEntry> { rows.lazy.map(\.entry) }

  package mutating func reserveCapacity(_ count: Int) {
    rows.reserveCapacity(count)
    var places = 16
    while places * 3 < count * 4 { places *= 2 }
    if places > self.places.count { fillPlaces(count: places) }
  }

  /// Adds a line, in the place of one with the same id.
  ///
  /// - Parameters:
  ///   - entry: What is known of the line.
  ///   - id: Its id.
  ///   - isFixed: Whether it has to be this id; if not, a taken one is made longer.
  /// - Returns: The line's place in the table, and whether it took that of another.
  package mutating func add(
    _ entry: LineEntry, id: String, isFixed: Bool = true
  ) -> (position: Int, isRepeated: Bool) {
    if rows.count * 4 >= places.count * 3 { fillPlaces(count: Swift.max(16, places.count * 2)) }
    var id = id
    while true {
      let hash = Self.hash(id)
      let place = place(of: id, hash)
      if places[place] == 0 {
        rows.append(Row(id: id, entry: entry))
        places[place] = hash | UInt64(rows.count)
        return (rows.count - 1, false)
      }
      if isFixed {
        let position = Int(places[place] & Self.number) - 1
        rows[position].entry = entry
        return (position, true)
      }
      id += "_"
    }
  }
}

extension LineTable: RandomAccessCollection {
  /// The place of the first line.
  public var startIndex: Int { 0 }

  /// The place after the last line.
  public var endIndex: Int { rows.count }

  /// The line at a place, with its id.
  public subscript(position: Int) -> (key: String, value: LineEntry) {
    (rows[position].id, rows[position].entry)
  }
}

extension LineTable {
  /// The part of a place that is a row's number; the rest is the hash.
  private static let number: UInt64 = 0xFFFF_FFFF

  private static func hash(_ id: String) -> UInt64 {
    UInt64(truncatingIfNeeded: id.hashValue) << 32
  }

  private func position(of id: String) -> Int? {
    guard !places.isEmpty else { return nil }
    let number = places[place(of: id, Self.hash(id))] & Self.number
    return number == 0 ? nil : Int(number) - 1
  }

  /// The place of an id, or the free one where it belongs.
  private func place(of id: String, _ hash: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(hash >> 32) & mask
    while places[place] != 0 {
      let found = places[place]
      if found & ~Self.number == hash, rows[Int(found & Self.number) - 1].id == id { break }
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func fillPlaces(count: Int) {
    places = Array(repeating: 0, count: count)
    for (index, row) in rows.enumerated() {
      let hash = Self.hash(row.id)
      places[place(of: row.id, hash)] = hash | UInt64(index + 1)
    }
  }
}
