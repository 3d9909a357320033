import FoundationEssentials
import Testing
import YarnRuntime

@Suite struct `A host` {
  let source = """
    title: Start
    ---
    one
    <<prompt>>
    two
    -> A
        a
    ===
    title: Extra
    tracking: always
    ---
    <<set $extra = 1>>
    extra
    more
    ===

    """

  private func dialogue(after count: Int) throws -> Dialogue {
    var dialogue = try Script(source: source).dialogue()
    for _ in 0..<count { _ = try dialogue.next(using: Library()) }
    return dialogue
  }

  @Test func `can run a node in between`() throws {
    var dialogue = try dialogue(after: 3)
    try dialogue.detour(to: "Extra")
    #expect(dialogue.stack == ["Start", "Extra"])

    let script = try Script(source: source)
    #expect(try script.play(&dialogue) == ["extra", "more", "two", "-> A"])
  }

  @Test func `is offered the same options again after a detour`() throws {
    let script = try Script(source: source)
    var dialogue = try script.dialogue()
    #expect(try script.play(&dialogue) == ["one", "<<prompt>>", "two", "-> A"])
    try dialogue.detour(to: "Extra")

    #expect(try script.play(&dialogue, choosing: [0]) == ["extra", "more", "-> A", "a"])
  }

  @Test func `can leave a node early`() throws {
    var dialogue = try dialogue(after: 3)
    try dialogue.detour(to: "Extra")
    _ = try dialogue.next(using: Library())
    _ = try dialogue.next(using: Library())
    try dialogue.leaveNode()

    #expect(try dialogue.next(using: Library()) == .nodeCompleted("Extra"))
    #expect(try dialogue.next(using: Library()) == .nodeStarted("Start"))
    #expect(dialogue.memory.variables["$Yarn.Internal.Visiting.Extra"] == .number(1))
    #expect(try Script(source: source).play(&dialogue) == ["two", "-> A"])
  }

  @Test func `ends the dialogue by leaving the last node`() throws {
    var dialogue = try dialogue(after: 2)
    try dialogue.leaveNode()

    #expect(try dialogue.next(using: Library()) == .nodeCompleted("Start"))
    #expect(try dialogue.next(using: Library()) == .dialogueCompleted)
    #expect(throws: DialogueError(.notRunning)) { try dialogue.leaveNode() }
  }

  @Test func `can undo what a node remembered`() throws {
    var dialogue = try dialogue(after: 3)
    let before = dialogue.memory
    try dialogue.detour(to: "Extra")
    var event = try dialogue.next(using: Library())
    while event != .nodeCompleted("Extra") { event = try dialogue.next(using: Library()) }
    #expect(dialogue.memory != before)
    dialogue.memory = before

    #expect(dialogue.memory.variables["$extra"] == nil)
  }

  @Test func `can read smart variables and save the memory`() throws {
    let script = try Script("<<declare $a = 1>>\n<<declare $b = $a / 0>>\n<<set $c = $b>>\n{$c}")
    var dialogue = try script.dialogue()
    #expect(try script.play(&dialogue) == ["Infinity"])
    #expect(try dialogue.value(of: "$b", using: Library()) == .number(.infinity))
    #expect(throws: DialogueError(.unknownVariable("$z"))) {
      try dialogue.value(of: "$z", using: Library())
    }

    let saved = try JSONEncoder().encode(dialogue.memory)
    #expect(try JSONDecoder().decode(DialogueMemory.self, from: saved) == dialogue.memory)
  }

  @Test func `gives functions that read its newest facts`() throws {
    var old = Library()
    old.register("mood", returns: .number) { _ in .number(3) }
    var new = Library()
    new.register("mood", returns: .number) { _ in .number(7) }
    let script = try Script("{mood()}\n{mood()}", library: old)
    var dialogue = try script.dialogue()
    _ = try dialogue.next(using: old)

    #expect(
      try dialogue.next(using: old) == .line(Line(id: lineID(script, 3), text: "3", values: ["3"])))
    #expect(
      try dialogue.next(using: new) == .line(Line(id: lineID(script, 4), text: "7", values: ["7"])))
  }

  private func lineID(_ script: Script, _ line: Int) -> String {
    script.program.lines.first { $0.value.line == line }?.key ?? ""
  }

  @Test func `is told when a function cannot do its work`() throws {
    struct Failure: Error {}
    var library = Library()
    library.register("fail", returns: .number) { _ in throw Failure() }
    let script = try Script("{fail()}\n", library: library)

    #expect(throws: DialogueError(.functionFailed("fail"), at: Script.place(3))) {
      try script.play()
    }
  }
}
