import Testing
import YarnCompiler
import YarnRuntime

@Suite struct `Differences from Yarn Spinner` {
  /// Plays a source to its end and tells what is said; `+` and `-` mark nodes where asked for.
  private func play(
    _ source: String, memory: inout DialogueMemory?, nodes: Bool = false
  ) throws -> [String] {
    let compilation = Compiler().compile([Source(name: "a.yarn", text: source)])
    try #require(compilation.diagnostics.allSatisfy { $0.severity != .error })
    var dialogue = Dialogue(program: try #require(compilation.program), seed: 1)
    if let memory { dialogue.memory = memory }
    try dialogue.start(at: "Start")
    var said: [String] = []
    while true {
      switch try dialogue.next(using: Library()) {
      case .line(let line): said.append(line.fullText)
      case .command(let command): said.append("<<\(command.text)>>")
      case .options(let options): try dialogue.choose(options.first?.index)
      case .nodeStarted(let node): said += nodes ? ["+" + node] : []
      case .nodeCompleted(let node): said += nodes ? ["-" + node] : []
      case .dialogueCompleted:
        memory = dialogue.memory
        return said
      }
    }
  }

  private func play(_ body: String, nodes: Bool = false) throws -> [String] {
    var memory: DialogueMemory?
    return try play("title: Start\n---\n\(body)\n===\n", memory: &memory, nodes: nodes)
  }

  @Test(arguments: [
    ("{\"[b]x: {0}\"}", "[b]x: {0}"), (#"{"say \"hi\" \\ bye"}"#, #"say "hi" \ bye"#),
    ("{max(1,2)-1}", "1"), ("a #t <<if true>>", "a"), ("<<wait>> #t", "<<wait>>"),
    ("{format(\"{0:F1}\", 0.5)} {0.5}", "0.5 0.5"),
  ])
  func `concern values and what is accepted`(body: String, said: String) throws {
    #expect(try play(body) == [said])
  }

  @Test func `let a script stop with blanks, and the host have commands that start so`() throws {
    #expect(try play("a\n<<stop >>\nno") == ["a"])
    #expect(try play("<<stop music>>\na") == ["<<stop music>>", "a"])
  }

  @Test func `end a node of declarations once`() throws {
    #expect(try play("<<declare $x = 1>>", nodes: true) == ["+Start", "-Start"])
  }

  @Test func `let options have a comment for a body, and a blank line below it`() throws {
    #expect(try play("<<if true>>\n    -> a\n        // c\n\n    b\n<<endif>>") == ["b"])
  }

  @Test func `make chance fine, and the same again from one seed`() throws {
    let body = String(repeating: "{random_range_float(0, 1)}\n", count: 9)
    let numbers = try play(body)

    #expect(try play(body) == numbers)
    #expect(numbers.contains { $0.hasPrefix("0.") })
    #expect(numbers.allSatisfy { ("0"..."1").contains($0) })
  }

  @Test func `remember a once block by its first id, wherever it moves`() throws {
    let block = "<<once>>\nfirst #line:f\n<<endonce>>\nend\n===\n"
    var memory: DialogueMemory?

    #expect(try play("title: Start\n---\n" + block, memory: &memory) == ["first", "end"])
    #expect(try play("title: Start\n---\nnew\n" + block, memory: &memory) == ["new", "end"])
  }

  @Test func `stop what would never end`() throws {
    #expect(throws: DialogueError.self) { try play("<<jump Start>>") }
    let deep = String(repeating: "(", count: 1000) + "1" + String(repeating: ")", count: 1000)
    let source = Source(name: "a.yarn", text: "title: Start\n---\n{\(deep)}\n===\n")
    #expect(Compiler().compile([source]).diagnostics.first?.code == "KI0004")
  }
}
