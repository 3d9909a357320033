import Testing

@Suite struct `Going from node to node` {
  private func script(_ nodes: KeyValuePairs<String, String>) throws -> Script {
    try Script(
      source: nodes.map { "title: \($0.key)\n---\n\($0.value)\n===\n" }.joined())
  }

  @Test func `by a jump ends every node that was waiting`() throws {
    let script = try script([
      "Start": "s\n<<detour A>>\nno", "A": "a\n<<detour B>>\nno", "B": "b\n<<jump C>>\nno",
      "C": "c",
    ])

    #expect(
      try script.events()
        == ["+Start", "s", "+A", "a", "+B", "b", "-B", "-A", "-Start", "+C", "c", "-C"])
  }

  @Test func `by a detour comes back, from any depth`() throws {
    let script = try script([
      "Start": "<<detour A>>\ns", "A": "a1\n<<detour B>>\na2", "B": "b\n<<return>>\nno",
    ])

    #expect(
      try script.events()
        == ["+Start", "+A", "a1", "+B", "b", "-B", "+A", "a2", "-A", "+Start", "s", "-Start"])
  }

  @Test func `by a detour into itself comes back as often`() throws {
    let script = try Script("<<set $n += 1>>\n<<if $n < 3>>\n<<detour Start>>\n<<endif>>\n{$n}")

    #expect(try script.play() == ["3", "3", "3"])
  }

  @Test func `ends with a return where nothing waits, and with a stop anywhere`() throws {
    #expect(try Script("a\n<<return>>\nno").events() == ["+Start", "a", "-Start"])
    let script = try script(["Start": "<<detour A>>\nno", "A": "a\n<<stop>>\nno"])
    #expect(try script.events() == ["+Start", "+A", "a", "-A", "-Start"])
  }

  @Test func `may start inside options, line groups and conditions`() throws {
    let script = try script([
      "Start":
        "-> a\n    <<if true>>\n    <<detour A>>\n    <<endif>>\n    b\n=> c\n    <<detour A>>\nd",
      "A": "-> x\n    in\n    <<return>>\n-> y\nno",
    ])

    #expect(
      try script.play(choosing: [0, 0, 0])
        == ["-> a", "-> x", "-> y", "in", "b", "c", "-> x", "-> y", "in", "d"])
  }

  @Test func `may follow a text that is worked out`() throws {
    let script = try script([
      "Start": "<<set $n = \"B\">>\n<<detour {$n}>>\n<<jump {\"C\" + \"1\"}>>", "B": "b", "C1": "c",
    ])

    #expect(try script.play() == ["b", "c"])
  }

  @Test func `is counted when the node is left`() throws {
    let script = try script([
      "Start": """
      {visited("Start")} {visited_count("Start")} {visited_count("B")}
      <<detour B>>
      <<detour B>>
      {visited_count("B")}
      <<if visited_count("Start") < 1>>
      <<jump Start>>
      <<endif>>
      """, "B": "b {visited_count(\"B\")}",
    ])

    #expect(
      try script.play()
        == ["False 0 0", "b 0", "b 1", "2", "True 1 2", "b 2", "b 3", "4"])
  }

  @Test func `is counted for the nodes that a script asks about by name, or that say so`() throws {
    let script = try Script(
      source: """
        title: Start
        ---
        <<detour A>>
        <<detour B>>
        <<detour C>>
        <<set $a = "A">>
        <<set $c = "C">>
        {visited($a)} {visited("B")} {visited($c)}
        ===
        title: A
        tracking: always
        ---
        a
        ===
        title: B
        tracking: never
        ---
        b
        ===
        title: C
        ---
        c
        ===

        """)

    #expect(try script.play() == ["a", "b", "c", "True False False"])
  }

  @Test func `to a node that is missing or empty is a fault when it happens`() throws {
    #expect(throws: (any Error).self) { try Script("a\n<<jump Nowhere>>").play() }
    let empty = try Script(
      source: "title: Start\n---\n<<jump A>>\n===\ntitle: A\n---\n// nothing\n===\n")
    #expect(throws: (any Error).self) { try empty.play() }
  }
}
