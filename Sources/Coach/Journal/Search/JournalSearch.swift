/// A search through the journal: which entries a query means, and where in them.
public struct JournalSearch {
  private let query: SearchQuery
  private var folding = LetterFolding()

  /// Makes a search.
  ///
  /// - Parameter query: What to look for.
  public init(_ query: SearchQuery) {
    self.query = query
  }

  /// Whether a line of the journal may be meant, seen from its bytes alone.
  ///
  /// It lets most lines be passed over without being decoded. A line that is passed over holds
  /// nothing that is meant; one that is not may still turn out to hold nothing.
  ///
  /// - Parameter line: The line as the journal holds it, in JSON.
  /// - Returns: False where the line need not be looked at.
  public mutating func mayMean(line: ArraySlice<UInt8>) -> Bool {
    // Whom a name means is only known when the people have been read.
    guard query.filter.people.isEmpty, !query.terms.isEmpty else { return true }
    return line.withUnsafeBufferPointer { bytes in
      let signs = ByteSigns(in: bytes)
      if signs.hasBackslash, Self.hasEscapedLetters(bytes) { return true }
      guard signs.isBeyondASCII else { return query.terms.allSatisfy { $0.mayBe(in: bytes) } }
      return folding.fold(bytes).withUnsafeBufferPointer { folded in
        query.terms.allSatisfy { $0.mayBe(in: folded) }
      }
    }
  }

  /// Where an entry holds what is looked for.
  ///
  /// - Parameters:
  ///   - record: The entry.
  ///   - people: The people of the inventory, by whom the query's names are understood.
  /// - Returns: The places, in the order of the entry; `nil` when the entry is not meant. A query
  ///   without words means entries without any place in them.
  public mutating func hits(in record: Record, people: [Person] = []) -> [SearchHit]? {
    guard query.filter.admits(record, people: people) else { return nil }
    let passages = record.passages.map { ($0, FoldedPassage($0.text.plaintext, &folding)) }
    var found = Set<Int>()
    var hits: [SearchHit] = []
    for (passage, folded) in passages {
      var ranges: [Range<Int>] = []
      for (number, term) in query.terms.enumerated() {
        let places = Self.ranges(of: term, in: folded)
        if !places.isEmpty { found.insert(number) }
        ranges += places
      }
      hits += Self.apart(ranges).map { range in
        SearchHit(
          passage: passage,
          range: folded.origins[range.lowerBound]..<folded.origins[range.upperBound])
      }
    }
    return found.count == query.terms.count ? hits : nil
  }

  private static func ranges(of term: SearchTerm, in passage: FoldedPassage) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    while let range = term.range(in: passage, from: ranges.last?.upperBound ?? 0) {
      ranges.append(range)
    }
    return ranges
  }

  /// Ranges in order, those that overlap left out after the first.
  private static func apart(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var apart: [Range<Int>] = []
    // Of ranges that begin at one place the longest comes first.
    let sorted = ranges.sorted {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }
    for range in sorted where range.lowerBound >= apart.last?.upperBound ?? 0 {
      apart.append(range)
    }
    return apart
  }

  /// Whether a line has letters written as `\u` and digits, as kith itself never writes letters.
  private static func hasEscapedLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place + 1 < bytes.count {
      guard bytes[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      if bytes[place + 1] == UInt8(ascii: "u") { return true }
      place += 2
    }
    return false
  }
}

/// A place in an entry that holds what is looked for.
public struct SearchHit: Equatable, Sendable {
  /// The passage.
  public let passage: Passage

  /// Where in the words of the passage.
  public let range: Range<String.Index>
}

/// An entry that a search means, and where it holds what was looked for.
public struct FoundEntry: Equatable, Sendable {
  /// The entry.
  public let record: Record

  /// The places.
  public let hits: [SearchHit]

  /// Joins an entry and its places.
  public init(record: Record, hits: [SearchHit]) {
    self.record = record
    self.hits = hits
  }
}
