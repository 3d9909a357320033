import Testing

@testable import Coach

@Suite struct `A search in bytes` {
  private func finds(_ word: String, in text: String) -> Bool {
    Array(word.utf8).withUnsafeBufferPointer { word in
      Array(text.utf8).withUnsafeBufferPointer { ByteSearch(word).finds(in: $0) }
    }
  }

  private func signs(_ text: String) -> [Bool] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let signs = ByteSigns(in: bytes)
      return [signs.isBeyondASCII, signs.hasBackslash]
    }
  }

  @Test(arguments: ["t", "te", "tea", "teatime", "a long phrase of words"])
  func `finds a word wherever it begins, in capitals or not`(word: String) {
    for before in 0..<20 {
      for after in 0..<20 {
        let text =
          String(repeating: "x", count: before) + word + String(repeating: "-", count: after)
        #expect(finds(word, in: text))
        #expect(finds(word, in: text.uppercased()))
        #expect(!finds(word, in: text.replacing(word, with: word.dropLast() + "#")))
      }
    }
  }

  @Test func `finds what a search byte by byte finds`() {
    var chance = ScriptedChance(state: 5)
    for _ in 0..<5_000 {
      let text = String((0..<Int(chance.next() % 40)).map { _ in chance.letter("aAbB@`\u{1}é") })
      let word = String((0...Int(chance.next() % 3)).map { _ in chance.letter("aab") })
      let small = text.map { ("A"..."Z").contains($0) ? $0.lowercased() : "\($0)" }.joined()
      #expect(finds(word, in: text) == small.contains(word), "\(word) in \(text)")
    }
  }

  @Test func `finds nothing in no bytes, and no word longer than the text`() {
    #expect(!finds("a", in: ""))
    #expect(!finds("teatime", in: "teatim"))
    #expect(finds("é", in: "thé vert, thé noir"))
  }

  @Test(arguments: 0..<20)
  func `sees letters beyond ASCII and backslashes at every place`(place: Int) {
    let start = String(repeating: "x", count: place)
    #expect(signs(start + "y") == [false, false])
    #expect(signs(start + "é and more of it") == [true, false])
    #expect(signs(start + "\\n and more of it") == [false, true])
    #expect(signs(start + "[]^ and more of it") == [false, false])
  }
}

/// Numbers that are the same in every run.
private struct ScriptedChance {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  mutating func letter(_ letters: String) -> Character {
    let letters = Array(letters)
    return letters[Int(next() % UInt64(letters.count))]
  }
}
