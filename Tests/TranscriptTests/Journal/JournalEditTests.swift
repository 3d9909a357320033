import Testing

@testable import kith

/// Changing the words of an entry with words that are piped in.
@Suite struct `Editing an entry` {
  let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.keepEntries()
  }

  @Test func `puts what is piped in in the place of the old words, empty lines and all`() {
    defer { stage.strike() }
    let edited = stage.run(["journal", "edit", "6"], typing: ["Ring Deniz.", "", "Then tea."])

    #expect(edited.shown.contains("Kept. Backups made before this still hold the old words."))
    let shown = stage.run(["journal", "show", "6"]).shown
    #expect(shown.hasSuffix("\n    Ring Deniz.\n\n    Then tea.\n\n"))
    #expect(stage.run(["journal", "search", "blanket"]).shown.contains("Nothing was found."))
  }

  @Test func `asks which words where there are several`() {
    defer { stage.strike() }
    let edited = stage.run(["journal", "edit", "3"], typing: ["2", "The mornings."])

    #expect(edited.shown.contains("Which words?"))
    let shown = stage.run(["journal", "show", "3"]).shown
    #expect(shown.contains("A walk by the harbour with Mum."))
    #expect(shown.contains("    The mornings.\n"))
    #expect(!shown.contains("evenings"))
  }

  @Test func `changes nothing where no words came`() {
    defer { stage.strike() }
    #expect(stage.run(["journal", "edit", "7"]).shown.contains("Nothing was changed."))
    #expect(stage.run(["journal", "show", "7"]).shown.contains("and then she"))
  }
}
