/// A word or a phrase that is looked for.
///
/// A word is found wherever a word begins with it, so that `sun` finds Sundays and `art` does not
/// find a heart. A phrase is found where exactly its words follow each other.
public struct SearchTerm: Equatable, Sendable {
  /// Whether it has to be found with its end at the end of a word.
  public let isPhrase: Bool

  let letters: [UInt8]

  /// The words in it, which every line that holds it holds as well, however the line is written.
  private let words: [[UInt8]]

  /// Whether it is written in a script that puts no space between words.
  private let isUnspaced: Bool

  /// Makes a term; `nil` when there is nothing to look for.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - isPhrase: Whether exactly these words are meant.
  public init?(_ text: String, isPhrase: Bool = false) {
    var folding = LetterFolding()
    var bytes = FoldedPassage(text, &folding).bytes[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    guard let first = bytes.first else { return nil }
    letters = Array(bytes)
    self.isPhrase = isPhrase
    words = letters.split { byte in
      byte < 0x80 && !(97...122).contains(byte) && !(48...57).contains(byte)
    }.map(Array.init)
    isUnspaced = first >= 0xE3 || letters.starts(with: [0xE0, 0xB8])
  }

  /// Finds the term in a text.
  ///
  /// - Parameters:
  ///   - passage: The reduced text.
  ///   - start: Where to begin.
  /// - Returns: The places of the reduced bytes; `nil` when it is not there.
  func range(in passage: FoldedPassage, from start: Int = 0) -> Range<Int>? {
    passage.bytes.withUnsafeBufferPointer { bytes in
      var start = start
      while let place = Self.place(of: letters, in: bytes, from: start) {
        let end = place + letters.count
        let isWhole = isUnspaced || !isPhrase || passage.isWordEnd(end)
        if isWhole, isUnspaced || passage.isWordStart(place) { return place..<end }
        start = place + 1
      }
      return nil
    }
  }

  /// Whether a line of the journal may hold the term.
  ///
  /// - Parameter line: The line, reduced or in nothing but ASCII.
  /// - Returns: `false` only when it surely does not.
  func mayBe(in line: UnsafeBufferPointer<UInt8>) -> Bool {
    words.allSatisfy { word in
      word.withUnsafeBufferPointer { ByteSearch($0).finds(in: line) }
    }
  }

  private static func place(
    of needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    needle.withUnsafeBufferPointer { needle in
      let first = needle[0]
      let last = bytes.count - needle.count
      var place = start
      while place <= last {
        if bytes[place] == first {
          var same = 1
          while same < needle.count, bytes[place + same] == needle[same] { same += 1 }
          if same == needle.count { return place }
        }
        place += 1
      }
      return nil
    }
  }
}

extension SearchTerm: CustomStringConvertible, CustomReflectable {
  /// A placeholder that stands in for the words.
  public var description: String { "‹private›" }

  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
