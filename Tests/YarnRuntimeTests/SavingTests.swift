import FoundationEssentials
import Testing
import YarnRuntime

@Suite struct `A saved dialogue` {
  let source = """
    title: Start
    ---
    <<declare $n = 1>>
    first #line:first
    <<wait {$n}>>
    <<set $n = 2>>
    <<detour Aside>>
    -> Mae: go {$n} #line:go
        went {$n} #line:went
    -> stay <<if false>> #line:stay
    => by chance {dice(100)} #line:a
    => or else {dice(100)} #line:b
    <<jump End>>
    ===
    title: Aside
    tracking: always
    ---
    aside #line:aside
    <<note>>
    <<note>>
    <<detour Talk>>
    ===
    title: Talk
    when: once
    ---
    [b]talk[/b] {$n} #line:talk
    ===
    title: Talk
    when: always
    subtitle: again
    ---
    again #line:again
    ===
    title: End
    ---
    the end {visited("Aside")} #line:end
    ===

    """

  private func through(_ dialogue: Dialogue) throws -> Dialogue {
    let data = try JSONEncoder().encode(dialogue.saved)
    return try Dialogue(
      program: dialogue.program, restoring: JSONDecoder().decode(SavedDialogue.self, from: data))
  }

  private func rest(_ dialogue: Dialogue) throws -> [Event] {
    var dialogue = dialogue
    var events: [Event] = []
    if !dialogue.waitingOptions.isEmpty { try dialogue.choose(0) }
    while events.last != .dialogueCompleted {
      events.append(try dialogue.next(using: Library()))
      if case .options = events.last { try dialogue.choose(0) }
    }
    return events
  }

  /// Runs up to the line or the first option with an id.
  private func dialogue(at id: String, _ source: String? = nil) throws -> Dialogue {
    var dialogue = try Script(source: source ?? self.source).dialogue()
    while true {
      switch try dialogue.next(using: Library()) {
      case .line(let line) where line.id == id: return dialogue
      case .options(let options) where options.first?.line.id == id: return dialogue
      case .options: try dialogue.choose(0)
      case .dialogueCompleted: throw DialogueError(.notRunning)
      case .line, .command, .nodeStarted, .nodeCompleted: continue
      }
    }
  }

  private func edited(_ old: String, _ new: String) throws -> Program {
    #expect(source.contains(old))
    return try Script(source: source.replacing(old, with: new)).program
  }

  @Test func `goes on from every event with the same rest`() throws {
    var dialogue = try Script(source: source).dialogue(saliency: .randomBestLeastRecentlySeen)
    var count = 0
    while true {
      #expect(try rest(through(dialogue)) == rest(dialogue))
      #expect(try through(dialogue).saved == dialogue.saved)
      let event = try dialogue.next(using: Library())
      count += 1
      if case .options = event {
        #expect(try rest(through(dialogue)) == rest(dialogue))
        try dialogue.choose(0)
      }
      if event == .dialogueCompleted { break }
    }
    #expect(count == 24)
  }

  @Test func `is found again by the line that was said last`() throws {
    let saved = try dialogue(at: "line:went").saved
    let program = try edited("first #line:first", "new #line:new\n<<new>>\nFirst #line:first")

    #expect(try saved.resumption(in: program).position == .found(edited: ["Start"]))
    var restored = try Dialogue(program: program, restoring: saved)
    #expect(restored.memory == saved.memory)
    guard case .line(let line) = try restored.next(using: Library()) else {
      Issue.record("a line follows")
      return
    }
    #expect(["line:a", "line:b"].contains(line.id))
  }

  @Test func `counts the commands since the line that was said last`() throws {
    var dialogue = try dialogue(at: "line:aside")
    _ = try dialogue.next(using: Library())
    let program = try edited("title: Aside\n", "title: Aside\ntracking: never\n")
    let longer = try edited("aside #line:aside\n", "before #line:before\naside #line:aside\n")

    for program in [program, longer] {
      var restored = try Dialogue(program: program, restoring: dialogue.saved)
      #expect(try restored.next(using: Library()) == .command(Command(text: "note")))
      #expect(try restored.next(using: Library()) == .nodeStarted("Talk"))
    }
  }

  @Test func `has its options offered again, as they are after an edit`() throws {
    let saved = try dialogue(at: "line:go").saved
    var same = try Dialogue(program: Script(source: source).program, restoring: saved)
    #expect(same.waitingOptions.map(\.line.text) == ["go 2", "stay"])
    #expect(same.waitingOptions[0].line.character == "Mae")
    #expect(throws: DialogueError(.choiceExpected)) { try same.next(using: Library()) }

    let program = try edited("-> stay <<if false>> #line:stay", "-> rest #line:rest")
    var restored = try Dialogue(program: program, restoring: saved)
    guard case .options(let options) = try restored.next(using: Library()) else {
      Issue.record("options come first")
      return
    }
    #expect(options.map(\.line.text) == ["go 2", "rest"])
    #expect(options.map(\.isAvailable) == [true, true])
  }

  @Test func `starts its node again when the line is gone`() throws {
    let saved = try dialogue(at: "line:talk").saved
    let program = try edited("[b]talk[/b] {$n} #line:talk", "other #line:other")
    let member = try #require(dialogue(at: "line:talk").stack.last)

    #expect(try saved.resumption(in: program).position == .restarted(node: member))
    var restored = try Dialogue(program: program, restoring: saved)
    #expect(restored.stack == ["Start", "Aside", "Talk", member])
    #expect(try restored.next(using: Library()) == .nodeStarted(member))
    #expect(
      try restored.next(using: Library())
        == .line(Line(id: "line:other", text: "other", tags: ["line:other"])))
  }

  @Test func `does not trust ids that edits change`() throws {
    let before = "title: Start\n---\none\ntwo\nthree\n===\n"
    var dialogue = try Script(source: before).dialogue()
    for _ in 0..<3 { _ = try dialogue.next(using: Library()) }
    let after = try Script(source: before.replacing("one", with: "<<wait>>\none")).program

    #expect(try dialogue.saved.resumption(in: after).position == .restarted(node: "Start"))
  }

  @Test func `forgets variables whose type has changed`() throws {
    let saved = try dialogue(at: "line:went").saved
    let changed = source.replacing("$n = 1", with: "$n = \"none\"")
      .replacing("$n = 2", with: "$n = \"two\"")
    let program = try Script(source: changed).program

    #expect(try saved.resumption(in: program).forgottenVariables == ["$n"])
    #expect(
      try Dialogue(program: program, restoring: saved).value(of: "$n", using: Library())
        == .string("none"))
  }

  @Test func `cannot go on in a node that is gone, or in a newer form`() throws {
    let saved = try dialogue(at: "line:end").saved
    let program = try Script("hello").program
    #expect(throws: RestoringError.unknownNode("End")) {
      try Dialogue(program: program, restoring: saved)
    }

    let text = try #require(String(data: JSONEncoder().encode(saved), encoding: .utf8))
    let newer = Data(text.replacing("\"format\":1", with: "\"format\":7").utf8)
    let unread = try JSONDecoder().decode(SavedDialogue.self, from: newer)
    #expect(throws: RestoringError.newerFormat(7)) { try unread.resumption(in: program) }
  }
}
