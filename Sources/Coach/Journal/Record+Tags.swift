extension Record {
  /// The next version of the record, filed under other words.
  ///
  /// - Parameters:
  ///   - added: Tags to add; one that is there already, in whatever letters, is left as it is.
  ///   - removed: Tags to take away, in whatever letters.
  /// - Returns: The record; the same one when nothing changes.
  public func tagged(adding added: [Tag], removing removed: [Tag] = []) -> Record {
    var next = self
    next.tags.removeAll { tag in removed.contains { $0.isSame(as: tag) } }
    for tag in added where !next.tags.contains(where: { tag.isSame(as: $0) }) {
      next.tags.append(tag.text)
    }
    if next.tags != tags { next.rev += 1 }
    return next
  }

  /// Whether the record is filed under a tag, in whatever letters.
  public func isTagged(_ tag: Tag) -> Bool { tags.contains { tag.isSame(as: $0) } }
}

/// A word that entries are filed under.
public struct Tag: Equatable, Sendable {
  /// The longest tag, in letters.
  public static let longest = 40

  /// The word, without the `#` that some write before it.
  public let text: String

  private let folded: String

  /// Reads a tag; `nil` when it is empty, longer than ``longest``, or not one line.
  ///
  /// - Parameter typed: What was typed; spaces within it stay.
  public init?(_ typed: String) {
    var word = typed.split(separator: " ").joined(separator: " ")
    while word.hasPrefix("#") { word.removeFirst() }
    guard (1...Self.longest).contains(word.count), !word.contains(where: \.isNewline) else {
      return nil
    }
    text = word
    folded = Self.folded(word)
  }

  /// Whether a tag of a record is this one, in whatever letters.
  func isSame(as tag: String) -> Bool {
    Self.folded(tag.hasPrefix("#") ? String(tag.dropFirst()) : tag) == folded
  }

  private static func folded(_ text: String) -> String {
    var folding = LetterFolding()
    return String(decoding: FoldedPassage(text, &folding).bytes, as: UTF8.self)
  }
}

extension History {
  /// The tags in use and how many entries each has, by name.
  public var tags: [(tag: String, entries: Int)] {
    var counts: [(tag: Tag, entries: Int)] = []
    for tag in entries.flatMap(\.tags).compactMap(Tag.init) {
      if let index = counts.firstIndex(where: { $0.tag.isSame(as: tag.text) }) {
        counts[index].entries += 1
      } else {
        counts.append((tag, 1))
      }
    }
    return counts.map { ($0.tag.text, $0.entries) }.sorted { $0.0.lowercased() < $1.0.lowercased() }
  }
}
