import Testing
import YarnCompiler
import YarnRuntime

@Suite struct `Damaged scripts` {
  let script = """
    #tag
    title: Start
    when: once if $a > 1 and visited("Start")
    ---
    <<declare $a = 1>>
    <<enum Mood>>
        <<case Low = "low">>
    <<endenum>>
    Mae: Hello {$a + max(1, 2)} [b]x[/b] \\{ #line:1
    <<if $a == 1>>
        -> One <<if true>> #x
            one
            => item <<once>>
        -> Two
    <<elseif false>>
    <<else>>
        <<once>>
            <<set $a += 1>>
        <<endonce>>
    <<endif>>
    <<wait {1}>>
    <<detour {"Start"}>> // comment
    <<jump Start>>
    ===

    """

  @Test func `give remarks inside the file and never crash`() {
    let letters = Array("<>{}[]()-=#:/\\\"$.\n\t aé1".utf8)
    var chance = RandomSource(seed: 42)
    for _ in 0..<600 {
      var bytes = Array(script.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(letters[Int.random(in: 0..<letters.count, using: &chance)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let compilation = Compiler().compile([Source(name: "a", text: text)])
      #expect(compilation.diagnostics.allSatisfy { $0.start <= $0.end && $0.start.line >= 1 })
      if let program = compilation.program { run(program) }
    }
  }

  private func run(_ program: Program) {
    var dialogue = Dialogue(program: program, seed: 1)
    do {
      try dialogue.start(at: "Start")
      for _ in 0..<50 {
        if case .options(let options) = try dialogue.next(using: Library()) {
          try dialogue.choose(options.first(where: \.isAvailable)?.index)
        }
      }
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  @Test(arguments: [
    "", "\n", "===", "---", "\u{0}", "title:", "title: A", "title: A\n---", "title: A\n---\n<<",
    "title: A\n---\n{", "title: A\n---\n->", "title: A\n---\n\\", "title: A\nwhen:",
    "title: A\n---\n<<if", "title: A\n---\n{\"", "title: A\n---\n#", "title: A\n---\n-> a\n  ",
  ])
  func `that end early give errors`(text: String) {
    #expect(Compiler().compile([Source(name: "a", text: text)]).program == nil)
  }

  @Test func `that nest without end give errors`() {
    let deep = String(repeating: "(", count: 20_000)
    let blocks = String(repeating: "<<if true>>\n", count: 5_000)

    let chain = String(repeating: "+ 1", count: 50_000)

    #expect(!problems("{\(deep)1}").isEmpty)
    #expect(!problems("{1\(chain)}").isEmpty)
    #expect(!problems(blocks).isEmpty)
  }
}
