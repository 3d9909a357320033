import Testing
import YarnRuntime

@Suite struct `Salient content` {
  let group = """
    title: Start
    ---
    <<declare $sad = true>>
    <<detour Talk>>
    after
    ===
    title: Talk
    subtitle: any
    when: always
    ---
    any
    ===
    title: Talk
    subtitle: sad
    when: $sad and true
    when: once
    mood: low
    ---
    sad
    ===

    """

  @Test func `of a node group is chosen by its conditions`() throws {
    let script = try Script(source: group)
    var dialogue = try script.dialogue(saliency: .best)

    #expect(try script.play(&dialogue) == ["sad", "after"])
    try dialogue.start(at: "Start")
    #expect(try script.play(&dialogue) == ["any", "after"])
  }

  @Test func `can be listed without leaving a trace`() throws {
    let script = try Script(source: group)
    let dialogue = try script.dialogue()

    let candidates = try dialogue.candidates(in: "Talk", using: Library())
    #expect(candidates.map(\.name) == ["Talk.any", "Talk.sad"])
    #expect(candidates.map(\.complexity) == [0, 3])
    #expect(candidates[1].header("mood") == "low")
    #expect(throws: DialogueError(.noNodeGroup("Start"))) {
      try dialogue.candidates(in: "Start", using: Library())
    }
  }

  @Test func `of a line group is the one seen least often`() throws {
    let script = try Script("=> A\n    a\n=> B <<if true>>\n=> C <<once>>\nend")
    var dialogue = try script.dialogue()
    var seen: [[String]] = []
    for _ in 0..<4 {
      try dialogue.start(at: "Start")
      seen.append(try script.play(&dialogue))
    }

    #expect(seen == [["B", "end"], ["C", "end"], ["A", "a", "end"], ["B", "end"]])
  }

  @Test func `of equals is left to seeded chance`() throws {
    let script = try Script("=> A\n=> B\n=> C")
    var first = try script.dialogue(saliency: .randomBestLeastRecentlySeen)
    var second = first
    var seen: Set<String> = []
    for _ in 0..<3 {
      try first.start(at: "Start")
      try second.start(at: "Start")
      let line = try script.play(&first)
      #expect(try script.play(&second) == line)
      seen.formUnion(line)
    }

    #expect(seen == ["A", "B", "C"])
  }

  @Test func `shows a once block one time, whatever is written above it`() throws {
    let before = try Script("<<once>>\nfirst #line:f\n<<else>>\nagain\n<<endonce>>")
    let after = try Script("hello\n<<once>>\nfirst #line:f\n<<else>>\nagain\n<<endonce>>")
    var dialogue = try before.dialogue()
    #expect(try before.play(&dialogue) == ["first"])

    var edited = try after.dialogue()
    edited.memory = dialogue.memory
    #expect(try after.play(&edited) == ["hello", "again"])
  }
}
