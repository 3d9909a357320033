import Foundation
import JournalStorage
import Testing

@Suite struct `A suggested passphrase` {
  /// Counts up, so that a choice can be foretold.
  struct Counter: RandomNumberGenerator {
    var number: UInt64 = 0
    mutating func next() -> UInt64 {
      number += 1 << 61
      return number
    }
  }

  @Test func `is six words of the list`() {
    let list = PassphraseWords("apple\nbread\ncandle\ndesk\n\nelbow\nferry\ngarden\nhat\nhat\n")
    var counter = Counter()

    #expect(list.words.count == 8)
    #expect(
      list.suggestion(using: &counter) == "bread candle desk elbow ferry garden")
  }

  @Test func `comes from a list of plain words`() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = package.appending(path: "Content/passphrase-words.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let words = PassphraseWords(text).words

    #expect(words.count >= 2048)
    #expect(words.count == text.split(separator: "\n").count)
    #expect(words.allSatisfy { $0.wholeMatch(of: /[a-z]{3,7}/) != nil })
  }

  @Test func `costs a work factor of 17 or 18 to try`() throws {
    let factor = try Vault.calibratedWorkFactor(clock: ContinuousClock())

    #expect((17...18).contains(factor))
  }
}
