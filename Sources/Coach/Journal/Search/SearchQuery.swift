/// What a search looks for: words, phrases, and which entries they have to stand in.
public struct SearchQuery: Equatable, Sendable {
  /// Why what was typed is no query.
  public enum Fault: Error, Equatable, Sendable {
    /// Nothing was typed that could be looked for.
    case empty
    /// A quotation mark has no partner.
    case openQuote
    /// A key such as `tag:` has nothing after it.
    case nothingAfter(Key)
    /// A word before a colon is nearly the name of a key.
    case unknownKey(nearest: Key)
    /// There is no such kind of entry.
    case unknownKind(String)
    /// The words after `date:` are no date.
    case notADate(String)
  }

  /// What a word with a colon narrows the search by.
  public enum Key: String, CaseIterable, Sendable {
    /// A word that the entry is filed under.
    case tag
    /// Somebody the entry speaks of.
    case person
    /// The days it was written on.
    case date
    /// The first day it may have been written on.
    case since
    /// The last day it may have been written on.
    case until
    /// What it holds.
    case kind
  }

  /// The words and phrases, all of which an entry has to hold.
  public var terms: [SearchTerm]

  /// Which entries are looked through.
  public var filter: EntryFilter

  /// Makes a query.
  public init(terms: [SearchTerm] = [], filter: EntryFilter = EntryFilter()) {
    self.terms = terms
    self.filter = filter
  }
}

extension SearchQuery {
  /// Reads one line, as it is typed at a prompt.
  ///
  /// - Parameters:
  ///   - line: Words, phrases in quotation marks, and keys such as `tag:work` or
  ///     `date:"last week"`.
  ///   - today: The day by which words such as `yesterday` are understood.
  /// - Throws: ``Fault``.
  public init(_ line: String, today: CalendarDay) throws(Fault) {
    try self.init(pieces: try Self.pieces(of: line), today: today)
  }

  /// Reads the words of a command line, of which the shell has taken the quotation marks.
  ///
  /// - Parameters:
  ///   - arguments: Words; one with a space in it is a phrase.
  ///   - today: The day by which words such as `yesterday` are understood.
  /// - Throws: ``Fault``.
  public init(arguments: [String], today: CalendarDay) throws(Fault) {
    var pieces: [Piece] = []
    for argument in arguments {
      if argument.contains("\"") {
        pieces += try Self.pieces(of: argument)
      } else if let key = Piece.key(of: argument[...]) {
        pieces.append(Piece(key: key.name, text: String(key.rest), isQuoted: false))
      } else {
        let isPhrase = argument.contains(where: \.isWhitespace)
        pieces.append(Piece(key: nil, text: argument, isQuoted: isPhrase))
      }
    }
    try self.init(pieces: pieces, today: today)
  }

  private init(pieces: [Piece], today: CalendarDay) throws(Fault) {
    self.init()
    for piece in pieces {
      if let name = piece.key, let key = Key(rawValue: name) {
        try narrow(key, piece.text, today)
      } else if let name = piece.key, let near = Self.key(near: name) {
        throw .unknownKey(nearest: near)
      } else {
        let text = piece.key.map { "\($0):\(piece.text)" } ?? piece.text
        if let term = SearchTerm(text, isPhrase: piece.isQuoted) { terms.append(term) }
      }
    }
    guard !terms.isEmpty || !filter.isEmpty else { throw .empty }
  }

  private mutating func narrow(
    _ key: Key, _ text: String, _ today: CalendarDay
  ) throws(Fault) {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .nothingAfter(key) }
    switch key {
    case .tag:
      guard let tag = Tag(text) else { throw .nothingAfter(key) }
      filter.tags.append(tag)
    case .person: filter.people.append(text)
    case .kind:
      guard let kind = Record.Kind(named: text) else { throw .unknownKind(text) }
      filter.kinds.append(kind)
    case .date, .since, .until:
      guard let span = DaySpan(text, today: today) else { throw .notADate(text) }
      let limits = DaySpan(
        first: key == .until ? nil : span.first, last: key == .since ? nil : span.last)
      filter.days = filter.days.limited(to: limits)
    }
  }

  /// The key that was nearly typed: one letter more or less, or two in the wrong order.
  private static func key(near name: String) -> Key? {
    guard name.count >= 3 else { return nil }
    return Key.allCases.first { key in
      key.rawValue.sorted() == name.sorted() || name.shortened.contains(key.rawValue)
        || key.rawValue.shortened.contains(name)
    }
  }
}

extension String {
  /// The word without one of its letters, in every way.
  fileprivate var shortened: [String] {
    indices.map { index in
      var word = self
      word.remove(at: index)
      return word
    }
  }
}

extension SearchQuery {
  /// A word, a phrase, or a key and what it narrows the search to.
  private struct Piece {
    var key: String?
    var text: String
    var isQuoted: Bool

    /// The letters before a colon and what follows it; `nil` where no letters stand before one.
    static func key(of text: Substring) -> (name: String, rest: Substring)? {
      guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
      let name = text[..<colon].lowercased()
      guard name.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
      return (name, text[text.index(after: colon)...])
    }
  }

  private static func pieces(of line: String) throws(Fault) -> [Piece] {
    let line = String(line.map { "“”„«»".contains($0) ? "\"" : $0 })
    var pieces: [Piece] = []
    var rest = line[...].drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isWhitespace && $0 != "\"" }
      let key = Piece.key(of: word)
      rest = rest.dropFirst(word.count)
      let hasQuote = rest.first == "\"" && (word.isEmpty || key?.rest.isEmpty == true)
      if !word.isEmpty, !hasQuote {
        pieces.append(
          Piece(key: key?.name, text: String(key?.rest ?? word), isQuoted: false))
      }
      if rest.first == "\"" {
        let inside = rest.dropFirst()
        guard let end = inside.firstIndex(of: "\"") else { throw .openQuote }
        pieces.append(
          Piece(key: hasQuote ? key?.name : nil, text: String(inside[..<end]), isQuoted: true))
        rest = inside[inside.index(after: end)...]
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    return pieces
  }
}
