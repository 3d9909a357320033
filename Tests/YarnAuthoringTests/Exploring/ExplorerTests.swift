import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

/// Explores nodes written as bodies by title.
private func explore(
  _ text: String, host: HostModel = HostModel(), mostStates: Int = 10_000
) throws -> Exploration {
  let compilation = Compiler(functions: host.functions)
    .compile([Source(name: "test.yarn", text: text)])
  var explorer = Explorer(
    try #require(compilation.program, "\(compilation.diagnostics)"), host: host)
  explorer.mostStates = mostStates
  return try explorer.explore()
}

private func node(_ title: String, _ body: String, headers: String = "") -> String {
  "title: \(title)\n\(headers)---\n\(body)\n===\n"
}

@Suite struct `An explorer finds` {
  @Test func `nothing in a script that is whole`() throws {
    let found = try explore(
      node("Start", "-> A\n    Hello.\n-> B\n    <<jump End>>")
        + node("End", "Bye."))
    #expect(found.findings.isEmpty)
    #expect(found.isComplete)
    #expect(found.nodes == .init(reached: 2, total: 2))
    #expect(found.options == .init(reached: 2, total: 2))
    #expect(found.lines == .init(reached: 2, total: 2))
  }

  @Test(arguments: [
    (
      node("Start", "Hello.") + node("Far", "Never."),
      "test.yarn:5: warning: the node ‘Far’ is never reached [node-never-reached]"
    ),
    (
      node("Start", "<<declare $key = false>>\n-> Open <<if $key>>\n-> Leave"),
      "test.yarn:4: warning: the option ‘Open’ is never chosen [option-never-chosen]"
    ),
    (
      node("Start", "<<declare $n = 1>>\n<<if $n > 1>>\nMany.\n<<endif>>"),
      "test.yarn:5: warning: the line ‘Many.’ is never said [line-never-said]"
    ),
    (
      node("Start", "<<declare $n = 0>>\n<<set $n = 2>>\n<<detour G>>")
        + node("G", "One.", headers: "subtitle: one\nwhen: $n == 1\n")
        + node("G", "Two.", headers: "subtitle: two\nwhen: $n == 2\n"),
      "test.yarn:7: warning: the node ‘G.one’ is never selected [member-never-selected]"
    ),
    (
      node(
        "Start", "<<declare $key = false>>\n-> In\n    -> Open <<if $key>>\n    Passed.\n-> Out"),
      """
      test.yarn:5: warning: none of the options is available [no-option-available]
        Start → 1 ‘In’
      """
    ),
    (
      node("Start", "-> Round\n    <<jump A>>\n-> Out") + node("A", "<<jump B>>")
        + node("B", "<<jump A>>"),
      """
      test.yarn:9: error: the node ‘A’ comes round again for ever without a line [endless-loop]
        Start → 1 ‘Round’
      """
    ),
    (
      node("Start", "Hello.\n<<jump Start>>"),
      """
      test.yarn:3: error: the node ‘Start’ comes round again for ever without an option [never-asks]
        Start
      """
    ),
    (
      node(
        "Start", "<<declare $n = 2>>\n-> Down\n    <<set $n -= 1>>\n    <<jump Start>>\n{7 % $n}"),
      """
      test.yarn:7: error: the right side of ‘%’ is zero; guard it with a condition [run-time-error]
        Start → 1 ‘Down’ → 1 ‘Down’ → no option
      """
    ),
    (
      node("Start", "-> A\n    <<set $x = 1>>\n-> B\n{$x}"),
      """
      test.yarn:6: warning: the variable ‘$x’ is read before anything declares or sets it \
      [read-before-set]
        Start → 2 ‘B’
      """
    ),
    (
      node("Start", "-> A\n    <<dance>>\n-> B\n    <<sing low>>"),
      """
      test.yarn:4: warning: the host has no command ‘dance’ [unknown-command]
        Start → 1 ‘A’
      """
    ),
  ])
  func `faults with their place and the shortest way`(text: String, finding: String) throws {
    let host = HostModel(commands: ["sing"], mayDecline: text.contains("Down"))
    let found = try explore(text, host: host).findings.map(\.description)
    #expect(found.contains(finding), "\(found)")
  }

  @Test func `the fewest choices to a finding`() throws {
    let found = try explore(
      node(
        "Start",
        "-> Long\n    -> Longer\n        <<jump Bad>>\n-> Talk\n    Hm.\n    <<jump Start>>\n-> Short\n    <<jump Bad>>"
      ) + node("Bad", "<<jump Bad>>"))
    #expect(found.findings.map { $0.path?.picks } == [[3]])
  }

  @Test func `answers of the host that matter`() throws {
    let host = HostModel(functions: [
      "mood": .init([], returns: .number), "name": .init([], returns: .string),
    ])
    let found = try explore(
      node(
        "Start",
        """
        <<if mood() >= 7>>
        High.
        <<elseif mood() < 3>>
        <<if name() == "Ana">>
        Ana.
        <<endif>>
        <<elseif mood() == 3>>
        Three.
        <<elseif mood() > 7>>
        Contradiction.
        <<endif>>
        """), host: host)
    #expect(found.findings.map(\.message) == ["the line ‘Contradiction.’ is never said"])
  }

  @Test func `that answers hold until the host can act`() throws {
    let host = HostModel(functions: ["lit": .init([], returns: .bool)])
    let steady = "<<if lit()>>\n<<if not lit()>>\nFlicker.\n<<endif>>\n<<endif>>"
    let acting = "<<if lit()>>\n<<wait>>\n<<if not lit()>>\nFlicker.\n<<endif>>\n<<endif>>"
    #expect(try explore(node("Start", steady), host: host).lines.reached == 0)
    #expect(try explore(node("Start", acting), host: host).lines.reached == 1)
  }
}

@Suite struct `An explorer comes to its end` {
  @Test func `with counters that only constants are compared with`() throws {
    let found = try explore(
      node(
        "Start",
        """
        <<declare $n = 0>>
        <<set $n += 1>>
        <<if $n > 5>>
        Enough.
        <<endif>>
        -> Again
            <<jump Start>>
        -> Leave <<if visited_count("Start") >= 3>>
        -> Once <<once>>
            <<jump Start>>
        """))
    #expect(found.isComplete)
    #expect(found.findings.isEmpty)
    #expect(found.states < 60)
  }

  @Test func `with detours that call each other as their last act`() throws {
    let found = try explore(
      node("Start", "-> Again\n    <<detour Start>>\n-> More\n    <<detour Start>>\n-> Out"))
    #expect(found.isComplete)
    #expect(found.states < 10)
  }

  @Test func `or says that it did not`() throws {
    let found = try explore(
      node(
        "Start",
        "<<declare $a = 0>>\n<<declare $b = 9>>\n<<set $a += 1>>\n<<if $a == $b + 99>>\nFar.\n<<endif>>\n-> Again\n    <<jump Start>>"
      ), mostStates: 50)
    #expect(!found.isComplete)
    #expect(found.findings.map(\.message) == ["the line ‘Far.’ was not said so far"])
  }

  @Test func `whatever random numbers and salience do`() throws {
    let found = try explore(
      node(
        "Start",
        "=> One <<if dice(20) == 20>>\n=> Two <<if random() < 0.01>>\n=> Three\n<<if random_range(1, 9) > 8>>\nNine.\n<<endif>>"
      ))
    #expect(found.isComplete)
    #expect(found.lines == .init(reached: 4, total: 4))
  }
}
