import Testing
import YarnCompiler
import YarnRuntime

@Suite struct `A program` {
  private func program(_ source: String) throws -> Program {
    try #require(Compiler().compile([Source(name: "a.yarn", text: source)]).program)
  }

  @Test func `keeps headers and tags`() throws {
    let node = try #require(
      try program("#all\ntitle: A\ntags: x y\nwhy: because // note\nwhy: again\n---\na\n===\n")
        .nodes["A"])

    #expect(node.header("why") == "because")
    #expect(node.allHeaders("why") == ["because", "again"])
    #expect(node.tags == ["x", "y"])
    #expect(node.headers.map(\.line) == [2, 3, 4, 5])
    #expect(node.line == 2)
  }

  @Test func `tells the facts of a node`() throws {
    let node = try #require(
      try program(
        """
        title: A
        ---
        a #line:1
        -> b #line:2 <<if visited("A")>>
            <<jump A>>
        -> c
            <<detour A>>
        <<write {1} x>>
        ===
        """
      ).nodes["A"])

    #expect(node.facts.jumps.map(\.text) == ["A"])
    #expect(node.facts.detours.map(\.line) == [7])
    #expect(node.facts.functions.map(\.text) == ["visited"])
    #expect(node.facts.commands.map(\.text) == ["write {0} x"])
    #expect(node.facts.commands.map(\.line) == [8])
    #expect(node.facts.lines.map(\.isExplicit) == [true, true, false])
    #expect(node.facts.lines.map(\.line) == [3, 4, 6])
    #expect(node.facts.lines.map(\.role) == [.line, .option, .option])
    #expect(node.facts.optionGroups.map(\.line) == [4])
    #expect(node.facts.optionGroups.map(\.canBeEmpty) == [false])
  }

  @Test func `has a string table`() throws {
    let program = try program(
      "title: A\n---\na {1} b {2} #line:1 #loud\nsame #line:2\nsame #shadow:2\n===\n")

    #expect(program.lines["line:1"]?.text == "a {0} b {1}")
    #expect(program.lines["line:1"]?.tags == ["line:1", "loud"])
    #expect(program.lines["line:1"]?.isImplicit == false)
    #expect(program.lines.values.filter { $0.shadowOf == "line:2" }.map(\.line) == [5])
  }

  @Test func `knows initial values and types, inferred ones included`() throws {
    let program = try program(
      "title: A\n---\n<<declare $a = \"x\">>\n<<set $b = 1>>\n{$a}\n===\n")

    #expect(program.initialValues == ["$a": .string("x"), "$b": .number(0)])
    #expect(program.variableTypes == ["$a": .string, "$b": .number])
  }

  @Test func `is made of all sources together`() throws {
    let compilation = Compiler().compile([
      Source(name: "a.yarn", text: "title: A\n---\n<<jump B>>\n{$x}\n===\n"),
      Source(name: "b.yarn", text: "title: B\n---\n<<declare $x = 1>>\n===\n"),
    ])

    #expect(compilation.diagnostics.isEmpty)
    #expect(try #require(compilation.program).nodes.keys.sorted() == ["A", "B"])
  }

  @Test func `names the members of a node group`() throws {
    let program = try program(
      "title: G\nsubtitle: a\nwhen: always\n---\na\n===\ntitle: G\nsubtitle: b\nwhen: once\n---\nb\n===\n"
    )

    #expect(program.groupTitles == ["G"])
    #expect(program.members(of: "G") == ["G.a", "G.b"])
  }
}
