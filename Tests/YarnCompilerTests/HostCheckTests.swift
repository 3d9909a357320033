import Testing
import YarnCompiler
import YarnRuntime

@Suite struct `Checks against a host` {
  private func remarks(_ body: String, _ change: (inout Compiler) -> Void) -> [String] {
    var compiler = Compiler()
    change(&compiler)
    let text = "title: Start\n---\n\(body)\n===\n"
    return compiler.compile([Source(name: "a", text: text)]).diagnostics.map(\.description)
  }

  private let commands = [
    "wait": CommandSignature([.number]),
    "show": CommandSignature([.string], optional: [.bool]),
    "forget": CommandSignature([.string], variadic: .string),
    "turn": CommandSignature(),
  ]

  @Test(arguments: [
    ("<<wai 1>>", "a:3:1: warning: the host has no command ‘wai’; did you mean ‘wait’? [YS0060]"),
    ("<<compose>>", "a:3:1: warning: the host has no command ‘compose’ [YS0060]"),
    ("<<wait>>", "a:3:1: error: ‘wait’ takes 1 argument, not 0 [YS0061]"),
    ("<<wait 1 2>>", "a:3:1: error: ‘wait’ takes 1 argument, not 2 [YS0061]"),
    ("<<wait long>>", "a:3:1: error: argument 1 of ‘wait’ must be a Number [YS0061]"),
    ("<<show a b c>>", "a:3:1: error: ‘show’ takes 1 to 2 arguments, not 3 [YS0061]"),
    ("<<show a maybe>>", "a:3:1: error: argument 2 of ‘show’ must be a Bool [YS0061]"),
    ("<<forget>>", "a:3:1: error: ‘forget’ takes at least 1 argument, not 0 [YS0061]"),
    ("<<turn 1>>", "a:3:1: error: ‘turn’ takes 0 arguments, not 1 [YS0061]"),
  ])
  func `remark on commands it does not know or takes otherwise`(body: String, expected: String) {
    #expect(remarks(body) { $0.commands = commands } == [expected])
  }

  @Test(arguments: [
    "<<wait 1.5>>", "<<wait {1}>>", "<<show \"a b\" true>>", "<<forget a b c d>>", "<<turn>>",
    "<<{\"wa\"}it 1>>",
  ])
  func `accept what fits`(body: String) {
    #expect(remarks(body) { $0.commands = commands } == [])
  }

  @Test func `are not made when the commands are not known`() {
    #expect(remarks("<<wiat 1>>") { _ in } == [])
  }

  @Test func `remark on unknown functions when all are known`() {
    #expect(
      remarks("{rnd(1) + 1}") { $0.knowsAllFunctions = true } == [
        "a:3:2: warning: the host has no function ‘rnd’ [YS0013]"
      ])
    #expect(remarks("{rnd(1) + 1}") { _ in } == [])
  }
}

@Suite struct `Chosen severities` {
  private func problems(_ body: String, _ severities: [String: Diagnostic.Severity?]) -> [String] {
    var compiler = Compiler()
    compiler.severities = severities
    let text = "title: Start\n---\n\(body)\n===\n"
    let compilation = compiler.compile([Source(name: "a", text: text)])
    return compilation.diagnostics.map { "\($0.code) \($0.severity)" }
      + (compilation.program == nil ? ["no program"] : [])
  }

  @Test func `raise, lower and leave out remarks`() {
    #expect(problems("<<jump X>>", ["YS0012": .error]) == ["YS0012 error", "no program"])
    #expect(problems("<<jump X>>", ["YS0012": .info]) == ["YS0012 info"])
    #expect(problems("<<jump X>>", ["YS0012": nil]) == [])
  }

  @Test func `leave errors what they are`() {
    #expect(problems("{1 + true}", ["YS0050": .warning]) == ["YS0050 error", "no program"])
    #expect(problems("{1 + true}", ["YS0050": nil]) == ["YS0050 error", "no program"])
  }
}

@Suite struct `Comments that document variables` {
  @Test func `stand above a declaration or behind it`() throws {
    let text = """
      title: A
      ---
      /// How the week was,
      /// from 0 to 10.
      <<declare $mood = 5>>
      <<declare $name = "Mae">> /// What she is called.
      // An ordinary comment.
      <<declare $plain = 1>>
      {$mood} {$name} {$plain}
      ===
      """
    let program = try #require(Compiler().compile([Source(name: "a", text: text)]).program)

    #expect(
      program.variableDocumentation == [
        "$mood": "How the week was, from 0 to 10.", "$name": "What she is called.",
      ])
  }
}
