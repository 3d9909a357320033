import Testing

@testable import kith

@Suite struct `A transcript of the journal` {
  @Test(arguments: [
    "journal-list", "journal-show", "journal-search", "journal-change", "journal-delete",
  ])
  func `shows what it always showed`(name: String) throws {
    try Transcript(name).check { try $0.keepEntries() }
  }

  @Test func `fits a narrow window`() throws {
    try Transcript("journal-narrow").check(columns: 40) { try $0.keepEntries() }
  }

  @Test func `reads well aloud`() throws {
    try Transcript("journal-plain").check { try $0.keepEntries() }
  }
}
