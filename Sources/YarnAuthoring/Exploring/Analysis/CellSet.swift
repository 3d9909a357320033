/// A set of cells as bits.
struct CellSet: Equatable {
  var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ cell: Int) { words[cell >> 6] |= 1 << UInt64(cell & 63) }
  mutating func remove(_ cell: Int) { words[cell >> 6] &= ~(1 << UInt64(cell & 63)) }

  mutating func formUnion(_ other: CellSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func subtract(_ other: CellSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }
}
