import Testing
import YarnRuntime

@Suite struct `A dialogue` {
  @Test func `says lines and delivers commands in order`() throws {
    let script = try Script("Mae: Hello {1 + 1}!\n<<wait {0.5} \"a b\">>\nBye #tag")

    #expect(try script.play() == ["Mae: Hello 2!", "<<wait 0.5 \"a b\">>", "Bye"])
  }

  @Test func `splits names, tags and arguments off`() throws {
    var dialogue = try Script("Mae: Hello #line:a #loud\n<<wait 2 \"a b\">>").dialogue()
    _ = try dialogue.next(using: Library())

    let line = Line(
      id: "line:a", text: "Hello", character: "Mae", tags: ["line:a", "loud"],
      attributes: [
        MarkupAttribute(
          name: "character", position: 0, length: 5,
          properties: [MarkupProperty(name: "name", value: .string("Mae"))])
      ], fullText: "Mae: Hello")
    #expect(try dialogue.next(using: Library()) == .line(line))
    #expect(
      try dialogue.next(using: Library()) == .command(Command(text: "wait 2 \"a b\"")))
    #expect(Command(text: "wait 2 \"a b\"").arguments == ["2", "a b"])
  }

  @Test func `tells when nodes start and end around jumps and detours`() throws {
    let script = try Script(
      source: """
        title: Start
        ---
        <<detour B>>
        <<jump C>>
        ===
        title: B
        ---
        in b
        <<return>>
        never
        ===
        title: C
        ---
        <<stop>>
        ===
        """)
    var dialogue = try script.dialogue()
    var names: [String] = []
    while true {
      switch try dialogue.next(using: Library()) {
      case .nodeStarted(let node): names.append("+" + node)
      case .nodeCompleted(let node): names.append("-" + node)
      case .line(let line): names.append(line.text)
      case .dialogueCompleted:
        #expect(names == ["+Start", "+B", "in b", "-B", "+Start", "-Start", "+C", "-C"])
        return
      case .options, .command: Issue.record("nothing else is in the script")
      }
    }
  }

  @Test func `counts visits when a node is left`() throws {
    let script = try Script(
      source: """
        title: Start
        ---
        {visited_count("Start")} {visited("Start")} {visited("Other")}
        <<if visited_count("Start") < 2>>
        <<jump Start>>
        <<endif>>
        ===
        """)

    #expect(try script.play() == ["0 False False", "1 True False", "2 True False"])
  }

  @Test func `refuses what does not fit its state`() throws {
    let script = try Script("-> A\n-> B <<if false>>")
    var dialogue = Dialogue(program: script.program, seed: 1)
    #expect(throws: DialogueError(.notRunning)) { try dialogue.next(using: Library()) }
    #expect(throws: DialogueError(.unknownNode("Nowhere"))) { try dialogue.start(at: "Nowhere") }
    try dialogue.start(at: "Start")
    #expect(throws: DialogueError(.noChoiceExpected)) { try dialogue.choose(0) }
    _ = try dialogue.next(using: Library())
    _ = try dialogue.next(using: Library())
    #expect(throws: DialogueError(.choiceExpected)) { try dialogue.next(using: Library()) }
    #expect(throws: DialogueError(.optionUnavailable(1))) { try dialogue.choose(1) }
    #expect(throws: DialogueError(.optionUnavailable(2))) { try dialogue.choose(2) }
  }

  @Test func `stops a script that runs in circles`() throws {
    var dialogue = try Script(source: "title: Start\n---\n<<jump Start>>\n===\n").dialogue()

    #expect(throws: DialogueError(.endlessLoop(node: "Start"), at: Script.place(3))) {
      while true { _ = try dialogue.next(using: Library()) }
    }
  }

  @Test func `is a value that can be copied, replayed and compared by its memory`() throws {
    let script = try Script(
      "<<declare $n = 0>>\n-> A\n  <<set $n = 1>>\n-> B\n  <<set $n = 2>>\n{$n} {dice(6)}")
    var first = try script.dialogue()
    _ = try script.play(&first)
    var second = first

    try first.choose(0)
    try second.choose(1)
    let firstLines = try script.play(&first)
    let secondLines = try script.play(&second)
    #expect(firstLines.map { $0.prefix(1) } == ["1"])
    #expect(secondLines.map { $0.prefix(1) } == ["2"])
    #expect(firstLines[0].dropFirst() == secondLines[0].dropFirst())
    #expect(first.memory.variables["$n"] == .number(1))
    #expect(first.memory.random == second.memory.random)
  }
}
