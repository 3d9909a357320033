/// A walk through the characters of a time.
///
/// Written by hand, because a hundred thousand entries have two hundred thousand times, and a
/// regular expression takes a hundred times as long.
struct DigitScan {
  /// What is not yet taken.
  private(set) var rest: Substring

  /// Begins at the first character.
  init(_ text: String) {
    rest = Substring(text)
  }

  /// Whether everything is taken.
  var isAtEnd: Bool { rest.isEmpty }

  /// Takes a number of exactly so many digits.
  mutating func digits(_ count: Int) -> Substring? {
    digits(count...count)
  }

  /// Takes a number of as many digits as there are, within a range.
  mutating func digits(_ counts: ClosedRange<Int>) -> Substring? {
    let taken = rest.prefix { ("0"..."9").contains($0) }.prefix(counts.upperBound)
    guard taken.count >= counts.lowerBound else { return nil }
    rest = rest[taken.endIndex...]
    return taken
  }

  /// Takes a character if it is the next one.
  mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes the next character if it is one of several.
  mutating func take(anyOf characters: String) -> Character? {
    guard let first = rest.first, characters.contains(first) else { return nil }
    return rest.removeFirst()
  }

  /// Passes over spaces; `false` when there is none.
  @discardableResult
  mutating func skipSpaces() -> Bool {
    let after = rest.drop { $0 == " " }
    defer { rest = after }
    return after.startIndex != rest.startIndex
  }

  /// Passes over a fraction of a second, which does not count; `false` when it has no digits.
  mutating func skipFraction() -> Bool {
    guard take(anyOf: ".,") != nil else { return true }
    let after = rest.drop { ("0"..."9").contains($0) }
    defer { rest = after }
    return after.startIndex != rest.startIndex
  }
}
