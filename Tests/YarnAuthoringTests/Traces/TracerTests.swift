import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite struct `A trace` {
  private let script = """
    title: Start
    ---
    Ana: You have {2 + 1} "coins".
    -> Stay <<if false>>
    -> Go #line:go
        Go #shadow:go
    <<wave twice>>
    <<detour Aside>>
    -> Nothing <<if false>>
    ===
    title: Aside
    ---
    x
    ===
    """

  private func tracer(_ choices: TraceChoices) throws -> Tracer {
    let compilation = Compiler().compile([Source(name: "folder/a.yarn", text: script)])
    var dialogue = Dialogue(program: try #require(compilation.program), seed: 1)
    try dialogue.start(at: "Start")
    return Tracer(dialogue, choices: choices, library: Library())
  }

  private func lines(of tracer: inout Tracer) throws -> [String] {
    var lines: [String] = []
    while let events = try tracer.next() { lines += events.map(\.json) }
    return lines
  }

  @Test func `tells every event as a line of JSON`() throws {
    var tracer = try tracer(.picks([2]))
    #expect(
      try lines(of: &tracer) == [
        #"{"ev":"nodeStart","node":"Start"}"#,
        #"{"ev":"line","id":"line:69445d57","raw":"Ana: You have {0} \"coins\".","subs":["3"],"text":"Ana: You have 3 \"coins\"."}"#,
        #"{"ev":"option","index":0,"available":false,"text":"Stay"}"#,
        #"{"ev":"option","index":1,"available":true,"text":"Go"}"#,
        #"{"ev":"select","index":1}"#,
        #"{"ev":"line","id":"line:sh_d31554ce","raw":null,"subs":[],"text":"Go"}"#,
        #"{"ev":"command","text":"wave twice"}"#,
        #"{"ev":"nodeStart","node":"Aside"}"#,
        #"{"ev":"line","id":"line:5b1bcf55","raw":"x","subs":[],"text":"x"}"#,
        #"{"ev":"nodeComplete","node":"Aside"}"#,
        #"{"ev":"nodeStart","node":"Start"}"#,
        #"{"ev":"option","index":0,"available":false,"text":"Nothing"}"#,
        #"{"ev":"select","index":-1}"#,
        #"{"ev":"nodeComplete","node":"Start"}"#,
        #"{"ev":"complete"}"#,
      ])
    #expect(tracer.ending == .complete)
  }

  @Test func `ends where the choices run out`() throws {
    var tracer = try tracer(.picks([]))
    #expect(
      try lines(of: &tracer).last == #"{"ev":"option","index":1,"available":true,"text":"Go"}"#)
    #expect(tracer.ending == .outOfChoices(made: 0))
  }

  @Test func `ends where a choice is not to be had`() throws {
    var tracer = try tracer(.picks([1]))
    _ = try lines(of: &tracer)
    #expect(tracer.ending == .unavailable(pick: 1, available: [2]))
  }

  @Test(arguments: [
    ("1,2, 3", TraceChoices.picks([1, 2, 3])), ("0", .picks([0])), ("r883985", .seed(883_985)),
    ("r", nil), ("r-1", nil), ("1,,2", nil), ("", nil), ("one", nil), ("-1", nil),
  ])
  func `reads choices as they are typed`(typed: String, choices: TraceChoices?) {
    #expect(TraceChoices(typed) == choices)
  }
}

@Suite struct `Marked text as JSON` {
  @Test(arguments: [
    (
      "Ana: [b=2 x=\"q\" y=1.5 z]hi[/b]",
      #"{"text":"Ana: hi","attributes":[{"name":"character","pos":0,"len":5,"props":{"name":{"s":"Ana"}}},{"name":"b","pos":5,"len":2,"props":{"b":{"i":2},"x":{"s":"q"},"y":{"f":1.5},"z":{"b":true}}}],"diagnostics":[]}"#
    ),
    ("tab\u{9}\u{0}", #"{"text":"tab\t\u0000","attributes":[],"diagnostics":[]}"#),
  ])
  func `names the type of every property`(text: String, json: String) {
    #expect(MarkedText(text).json == json)
  }

  @Test func `says what is wrong, with -1 for the line as a whole`() {
    let json = MarkedText("[open]x").json
    #expect(json.hasPrefix(#"{"text":"[open]x","attributes":[],"diagnostics":[[-1,""#))
  }
}
