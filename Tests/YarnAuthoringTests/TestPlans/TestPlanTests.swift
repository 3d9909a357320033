import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite struct `A test plan` {
  @Test func `is read step by step`() throws {
    let plan = try TestPlan(
      """
      saliency: first # a remark
      set: $gold = 3
      set: $name = "Ana"
      node: Market.Evening
      line: `Hello: # {0}` #tag
      line: *
      option: `Walk`
      option: `Fly` [disabled]
      option: `Swim` disabled # under water
      select: 1
      command: `wave  twice `
      ---
      stop
      """, file: "a.testplan")

    #expect(
      plan.runs.map { $0.map(\.action) } == [
        [
          .saliency(.first), .set("$gold", .number(3)), .set("$name", .string("Ana")),
          .node("Market.Evening"), .line("Hello: # {0}"), .line(nil),
          .option("Walk", isAvailable: true), .option("Fly", isAvailable: false),
          .option("Swim", isAvailable: false), .select(1), .command("wave  twice "),
        ], [.stop],
      ])
    #expect(plan.runs[1][0].line == 13)
  }

  @Test(arguments: [
    ("lines: `x`", "1:1: error: no step is called ‘lines’; did you mean ‘line’?"),
    ("line: x", "1:7: error: ‘line:’ needs its text between two backquotes"),
    ("  option: `x", "1:11: error: ‘option:’ needs its text between two backquotes"),
    ("stop now", "1:6: error: ‘now’ does not belong here; a remark begins with ‘#’"),
    (
      "select: one",
      "1:9: error: ‘select:’ needs the number of an option, counted from 1, or 0 for none"
    ),
    (
      "set: gold = 3",
      "1:6: error: ‘set:’ needs ‘$variable = value’ with true, false, a number or a \"text\""
    ),
    (
      "saliency: besst",
      "1:11: error: no saliency strategy is called ‘besst’; did you mean ‘best’?"
    ),
    ("node:", "1:6: error: ‘node:’ needs the name of a node"),
  ])
  func `says what it cannot read, and where`(line: String, message: String) {
    #expect {
      try TestPlan(line, file: "a.testplan")
    } throws: { error in
      (error as? TestPlanFaults)?.description == "a.testplan:" + message
    }
  }

  @Test func `reports every bad line at once`() {
    #expect {
      try TestPlan("x\r\nline: `a`\r\ny", file: "a.testplan")
    } throws: { error in
      (error as? TestPlanFaults)?.faults.map(\.line) == [1, 3]
    }
  }
}

@Suite struct `A script held against a plan` {
  private let script = """
    <<declare $gold = 1>>
    Ana: Hello <<once>>
    -> Buy <<if $gold > 1>>
      Bought
    -> Leave
    <<wave {$gold}>>
    """

  private func failures(_ plan: String) throws -> [String] {
    let source = Source(name: "a.yarn", text: "title: Start\n---\n\(script)\n===\n")
    let program = try #require(Compiler().compile([source]).program)
    return try TestPlan(plan, file: "a.testplan").failures(in: program)
      .map { "\($0.line)\n\($0)" }
  }

  @Test func `passes when it does all that is expected`() throws {
    #expect(
      try failures(
        """
        line: `Ana: Hello`
        option: `Buy` [disabled]
        option: `Leave`
        select: 2
        command: `wave 1`
        stop
        ---
        set: $gold = 2
        option: `Buy`
        option: `Leave`
        select: 1
        line: `Bought`
        """) == [])
  }

  @Test(arguments: [
    ("line: `Ana: Hi`", "1\n  expected: line: `Ana: Hi`\n  seen:     line: `Ana: Hello`"),
    (
      "line: *\noption: `Buy`\noption: `Leave`",
      """
      2
        expected: option: `Buy`
                  option: `Leave`
        seen:     option: `Buy` [disabled]
                  option: `Leave`
      """
    ),
    (
      "line: *\noption: `Buy` [disabled]\noption: `Leave`\nselect: 1",
      "4\n  expected: select: 1\n  seen:     only these can be chosen: 2"
    ),
    (
      "line: *\noption: `Buy` [disabled]\noption: `Leave`\nstop",
      "4\n  expected: stop\n  seen:     options that wait for a ‘select:’"
    ),
    ("select: 1", "1\n  expected: select: 1\n  seen:     no options"),
    (
      "set: $glod = 2",
      "1\n  expected: set: $glod = 2\n  seen:     no variable with this name; did you mean $gold?"
    ),
    (
      "set: $gold = true",
      "1\n  expected: set: $gold = true\n  seen:     a variable of the type Number"
    ),
  ])
  func `fails at the step that it does not fulfil`(plan: String, failure: String) throws {
    #expect(try failures(plan) == [failure])
  }

  @Test func `comes to an end even when the script does not`() throws {
    let source = Source(name: "a.yarn", text: "title: Start\n---\n<<jump Start>>\n===\n")
    let program = try #require(Compiler().compile([source]).program)
    let failures = try TestPlan("stop", file: "a").failures(in: program)

    #expect(failures.count == 1)
    guard case .error(let error)? = failures.first?.seen else {
      Issue.record("no error: \(failures)")
      return
    }
    #expect(error.problem == .endlessLoop(node: "Start"))
  }
}
