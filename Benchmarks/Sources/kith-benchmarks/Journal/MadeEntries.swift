import Coach
import Questionnaires

/// Entries of 120 words, the same ones in every run: made by a small generator from a fixed seed.
///
/// The words are as long as those of people, and as many of them come again. One entry in a hundred
/// holds ``soughtWord``, which stands in no other.
struct MadeEntries {
  /// The word that a search looks for.
  static let soughtWord = "lighthouse"

  private static let wordCount = 120
  private static let years = 20
  private static let syllables = [
    "ma", "ten", "or", "li", "sa", "we", "no", "ther", "an", "ing", "co", "ble", "de", "ra", "est",
    "fi", "po", "un", "day", "i", "sto", "ly", "mo", "gar",
  ]

  /// An entry, before it is written in anybody's format.
  struct Made {
    /// A random UUID.
    let id: String
    /// When it was begun.
    let at: LocalTime
    /// Its 120 words.
    let text: String
  }

  private let words: [String]
  private var chance: SplitMix

  /// Prepares the words.
  ///
  /// - Parameter seed: Where the generator begins; the same seed makes the same entries.
  init(seed: UInt64 = 0) {
    self.chance = SplitMix(state: seed)
    var syllable = SplitMix(state: 1)
    words = (0..<4000).map { number in
      // The first of the words come most often; they are short, as in any language.
      (0..<(1 + number / 400 % 3 + Int(syllable.next() % 2))).map { _ in
        Self.syllables[Int(syllable.next() % UInt64(Self.syllables.count))]
      }.joined()
    }
  }

  /// Makes entries, spread over twenty years.
  mutating func make(_ count: Int) -> [Made] {
    let step = min(7 * 86_400 / 5, Self.years * 365 * 86_400 / count)
    return (0..<count).map { number in
      Made(
        id: chance.uuid(),
        at: LocalTime(epochSeconds: 1_000_000_000 + number * step), text: text(number))
    }
  }

  private mutating func text(_ number: Int) -> String {
    var sentence = (0..<Self.wordCount).map { _ in
      let draw = chance.next()
      // The product of two draws is small more often than large, as the ranks of words are.
      let rank = Int((draw & 0xffff) * (draw >> 16 & 0xffff) >> 16) * words.count >> 16
      return words[rank]
    }
    if number % 100 == 7 { sentence[Self.wordCount / 2] = Self.soughtWord }
    // One entry in four holds letters that are more than one byte.
    if number % 4 == 0 { sentence[3] += "’s" }
    for end in stride(from: 11, to: Self.wordCount, by: 12) { sentence[end] += "." }
    return sentence.joined(separator: " ")
  }
}

extension MadeEntries.Made {
  /// The entry as a note of the journal.
  var record: Record {
    Record(
      id: id, kind: .note, at: at, tz: "UTC",
      body: Entry(notes: [
        Note(prompt: "note", question: "", text: PrivateText(text))
      ]))
  }
}

/// A generator whose numbers are the same everywhere.
///
/// Source: Steele et al., SplitMix, 2014.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  mutating func uuid() -> String {
    func hex(_ number: UInt64) -> [Character] {
      let text = String(number, radix: 16)
      return Array(String(repeating: "0", count: 16 - text.count) + text)
    }
    let high = hex(next() & ~0xf000 | 0x4000)
    let low = hex(next() & ~(3 << 62) | 1 << 63)
    return [high[0..<8], high[8..<12], high[12..<16], low[0..<4], low[4..<16]]
      .map { String($0) }.joined(separator: "-")
  }
}
