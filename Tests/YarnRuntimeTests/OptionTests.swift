import Testing
import YarnRuntime

@Suite struct `Options` {
  @Test func `run the body that was chosen and go on after the group`() throws {
    let script = try Script("-> A\n    a1\n    -> A1\n        a11\n    a2\n-> B\n    b\nend")

    #expect(
      try script.play(choosing: [0, 0]) == ["-> A", "-> B", "a1", "-> A1", "a11", "a2", "end"])
    #expect(try script.play(choosing: [1]) == ["-> A", "-> B", "b", "end"])
  }

  @Test func `go on after the group when none is chosen`() throws {
    let script = try Script("-> A <<if false>>\n    a\nend")

    #expect(try script.play(choosing: [nil]) == ["-x A", "end"])
  }

  @Test func `are split by a line without a single character`() throws {
    #expect(try Script("-> A\n\n-> B").play(choosing: [0, 0]) == ["-> A", "-> B"])
    #expect(try Script("-> A\n    x\n    \n-> B").play(choosing: [1]) == ["-> A", "-> B"])
    #expect(try Script("-> A\n// note\n-> B").play(choosing: [1]) == ["-> A", "-> B"])
  }

  @Test func `end when a line stands between the arrow and the body`() throws {
    let script = try Script("-> A\n        a\n    mid\n-> B")

    #expect(try script.play(choosing: [0, 0]) == ["-> A", "a", "mid", "-> B"])
  }

  @Test func `count a tab as eight columns`() throws {
    let script = try Script("-> A\n\ta\n        same\n-> B")

    #expect(try script.play(choosing: [0]) == ["-> A", "-> B", "a", "same"])
  }

  @Test func `can be chosen once`() throws {
    let script = try Script("-> A <<once>>\n-> B")
    var dialogue = try script.dialogue()

    #expect(try script.play(&dialogue, choosing: [0]) == ["-> A", "-> B"])
    try dialogue.start(at: "Start")
    #expect(try script.play(&dialogue, choosing: [1]) == ["-x A", "-> B"])
  }

  @Test func `tag the line before them`() throws {
    var dialogue = try Script("one #line:1\ntwo #line:2\n-> A").dialogue()
    _ = try dialogue.next(using: Library())

    #expect(
      try dialogue.next(using: Library())
        == .line(Line(id: "line:1", text: "one", tags: ["line:1"])))
    #expect(
      try dialogue.next(using: Library())
        == .line(Line(id: "line:2", text: "two", tags: ["line:2", "lastline"])))
  }
}
