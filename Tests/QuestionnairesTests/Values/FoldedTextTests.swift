import Testing

@testable import Questionnaires

@Suite struct `Folded text` {
  @Test(arguments: [
    ("Éire", "eire"), ("ÅLAND", "aland"), ("e\u{301}", "e"), ("  So  so ", "so so"),
    ("naïve Señor", "naive senor"), ("Ελλάδα", "ελλάδα"),
  ])
  func `has no case, accents or outer space`(text: String, folded: String) {
    #expect(FoldedText(text).text == folded)
  }
}
