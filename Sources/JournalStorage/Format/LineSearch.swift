/// A search for a word in lines as they are written, which spares most of them the decoding.
///
/// It may find too much, never too little: a line with letters beyond ASCII is always found, since
/// a letter and its accent can be spelled, and folded, in several ways.
struct LineSearch {
  private let needle: [UInt8]

  init(_ word: String) {
    let small = Array(word.lowercased().utf8)
    // Signs that JSON spells in a way of its own cannot be looked for as they are.
    let isPlain = small.allSatisfy { $0 >= 32 && $0 < 127 && ![34, 47, 92].contains($0) }
    needle = isPlain ? small : []
  }

  /// Whether the word may stand in a line.
  func finds(in line: ArraySlice<UInt8>) -> Bool {
    guard !needle.isEmpty else { return true }
    return line.withUnsafeBufferPointer { line in
      needle.withUnsafeBufferPointer { Self.finds($0, in: line) }
    }
  }

  private static func finds(
    _ needle: UnsafeBufferPointer<UInt8>, in line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let count = needle.count
    let first = needle[0]
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    let capital = isLetter ? first & ~32 : first
    for start in 0..<line.count {
      let byte = line[start]
      if byte >= 128 { return true }
      guard byte == first || byte == capital, start + count <= line.count else { continue }
      var index = 1
      while index < count, folds(line[start + index], to: needle[index]) { index += 1 }
      if index == count { return true }
    }
    return false
  }

  private static func folds(_ byte: UInt8, to small: UInt8) -> Bool {
    byte == small || (byte >= 65 && byte <= 90 && byte | 32 == small)
  }
}
