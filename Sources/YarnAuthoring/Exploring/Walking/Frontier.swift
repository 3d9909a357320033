/// The states that wait.
///
/// They lie in two rows: those as many choices away as the one at hand, and those one choice
/// further. Each is a few words in one array, so a million of them take little room.
struct Frontier {
  private var current: [UInt64] = []
  private var cursor = 0
  private var upcoming: [UInt64] = []

  /// How many choices lie before the states at hand.
  private(set) var depth = 0

  var isEmpty: Bool { cursor == current.count && upcoming.isEmpty }

  /// Adds a state as it is written in words.
  mutating func append(_ record: [UInt64], afterChoice: Bool) {
    if afterChoice {
      upcoming.append(UInt64(record.count))
      upcoming += record
    } else {
      current.append(UInt64(record.count))
      current += record
    }
  }

  /// Takes the next state.
  mutating func next() -> ArraySlice<UInt64>? {
    if cursor == current.count {
      guard !upcoming.isEmpty else { return nil }
      swap(&current, &upcoming)
      upcoming.removeAll(keepingCapacity: true)
      cursor = 0
      depth += 1
    } else if cursor > 1 << 20, cursor * 2 > current.count {
      current.removeFirst(cursor)
      cursor = 0
    }
    let count = Int(current[cursor])
    let start = cursor + 1
    cursor = start + count
    return current[start..<cursor]
  }
}
