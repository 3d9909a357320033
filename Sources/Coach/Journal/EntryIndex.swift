/// The entries of the journal by number and by id, without what stands in them.
public struct EntryIndex: Equatable, Sendable {
  /// What is known of an entry without reading it.
  public struct Label: Equatable, Sendable {
    /// The id.
    public let id: String
    /// What the entry holds.
    public let kind: Record.Kind
    /// When it was begun.
    public let at: LocalTime

    /// Makes a label.
    public init(id: String, kind: Record.Kind, at: LocalTime) {
      self.id = id
      self.kind = kind
      self.at = at
    }
  }

  /// Why a typed word names no entry.
  public enum Fault: Error, Equatable, Sendable {
    /// There is no entry at all.
    case empty
    /// There are fewer entries than the number that was typed.
    case noSuchNumber(Int, count: Int)
    /// No id begins like that.
    case noSuchID
    /// Several ids begin like that.
    case severalIDs(Int)
    /// It is neither a number nor the beginning of an id.
    case neither
  }

  /// The fewest letters of an id that name an entry.
  public static let shortestID = 4

  private let all: [Label]
  private let numbers: [String: Int]

  /// The entries that have a number, oldest first.
  public let listed: [Label]

  /// Makes an index.
  ///
  /// - Parameter labels: The labels of all records, in any order.
  public init(_ labels: [Label]) {
    var all = labels
    all.sort { ($0.at, $0.id) < ($1.at, $1.id) }
    self.all = all
    listed = all.filter(\.kind.isListed)
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(listed.count)
    // From behind, so that of two entries with one id the first gives its number.
    for index in listed.indices.reversed() { numbers[listed[index].id] = index + 1 }
    self.numbers = numbers
  }

  /// Makes the index of a history.
  public init(_ history: History) {
    self.init(history.records.map { Label(id: $0.id, kind: $0.kind, at: $0.at) })
  }

  /// The number of an entry, counted from 1 at the oldest; `nil` for what is not listed.
  ///
  /// It stays the same as long as no older entry is added or deleted.
  public func number(of id: String) -> Int? { numbers[id] }

  /// Finds the entry that a typed word names.
  ///
  /// - Parameter word: A number, `last`, or four or more first letters of an id. Digits are a
  ///   number where there are that many entries, and the beginning of an id otherwise.
  /// - Returns: The label of the entry.
  /// - Throws: ``Fault``.
  public func find(_ word: String) throws(Fault) -> Label {
    let word = word.lowercased()
    guard word != "last" else {
      guard let last = listed.last else { throw .empty }
      return last
    }
    let number = word.allSatisfy { $0.isASCII && $0.isNumber } ? Int(word) : nil
    if let number, listed.indices.contains(number - 1) { return listed[number - 1] }
    if let number, word.count < 8 {
      throw listed.isEmpty ? .empty : .noSuchNumber(number, count: listed.count)
    }
    guard word.count >= Self.shortestID, word.allSatisfy({ $0.isHexDigit || $0 == "-" }) else {
      throw .neither
    }
    let matches = all.filter { $0.id.hasPrefix(word) }
    guard let match = matches.first else { throw .noSuchID }
    guard matches.count == 1 else { throw .severalIDs(matches.count) }
    return match
  }
}
