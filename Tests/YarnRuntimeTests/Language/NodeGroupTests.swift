import Testing
import YarnRuntime

@Suite struct `A node group` {
  /// A script that visits a group a number of times, and the group's members: headers and text.
  private func script(_ start: String = "<<detour G>>", _ members: (String, String)...) throws
    -> Script
  {
    let nodes = members.map { "title: G\n\($0.0)\n---\n\($0.1)\n===\n" }.joined()
    return try Script(source: "title: Start\n---\n\(start)\n===\n" + nodes)
  }

  @Test func `runs its member between the start and end of a node of its own name`() throws {
    let member = ("subtitle: a\nwhen: always", "a")

    #expect(
      try script("<<detour G>>\nx", member).events()
        == ["+Start", "+G", "+G.a", "a", "-G.a", "+G", "-G", "+Start", "x", "-Start"])
    #expect(
      try script("<<jump G>>", member).events()
        == ["+Start", "-Start", "+G", "+G.a", "a", "-G.a", "+G", "-G"])
  }

  @Test func `without a member that fits returns, or ends after a jump`() throws {
    let member = ("when: false", "no")

    #expect(try script("<<detour G>>\nback", member).play() == ["back"])
    #expect(try script("<<jump G>>\nno", member).events() == ["+Start", "-Start", "+G", "-G"])
  }

  @Test func `is left for good by a jump of its member`() throws {
    let script = try Script(
      source: "title: Start\n---\n<<detour G>>\nno\n===\ntitle: G\nsubtitle: a\nwhen: always\n---\n"
        + "<<jump B>>\n===\ntitle: B\n---\nb\n===\n")

    #expect(
      try script.events() == ["+Start", "+G", "+G.a", "-G.a", "-G", "-Start", "+B", "b", "-B"])
  }

  @Test(arguments: [
    ("when: true and true", "when: true\nwhen: once\nwhen: true", "b"),
    ("when: true and true", "when: once if true and true", "b"),
    ("when: not false", "when: not false\nwhen: not false", "b"),
    ("when: not false", "when: not not true", "a"), ("when: always", "when: true", "b"),
    ("when: true or false and true", "when: once if true", "a"),
  ])
  func `weighs conditions by their number`(first: String, second: String, said: String) throws {
    #expect(try script("<<detour G>>", (first, "a"), (second, "b")).play(saliency: .best) == [said])
  }

  @Test func `takes each member in turn`() throws {
    let visits = String(repeating: "<<detour G>>\n", count: 5)
    let script = try script(visits, ("when: always", "a"), ("when: once", "b"), ("when: true", "c"))

    #expect(try script.play() == ["b", "c", "a", "c", "a"])
    #expect(try script.play(saliency: .first) == ["a", "a", "a", "a", "a"])
  }

  @Test func `gives variables that only its conditions name a type`() throws {
    let script = try script(
      "<<detour G>>\n<<set $x = true>>\n<<detour G>>", ("when: $x", "x"), ("when: not $x", "not x"),
      ("when: $n > 2", "n"))

    #expect(try script.play() == ["not x", "x"])
  }

  @Test func `can be asked whether it has anything to say, which is no visit`() throws {
    let script = try script(
      """
      {has_any_content("G")} {visited("G")}
      <<detour G>>
      {has_any_content("G")} {visited("G")} {visited("G.a")} {visited_count("G.a")}
      """, ("subtitle: a\nwhen: once", "a"))

    #expect(try script.play() == ["True False", "a", "False True True 1"])
  }

  @Test(
    arguments: [
      ("when: always\n---\na\n===\ntitle: G\n---\nb\n===\n", ["YS0031"]),
      ("when:\n---\na\n===\n", ["YS0005"]), ("when: 1\n---\na\n===\n", ["YS0050"]),
      ("when: once\nwhen: once\n---\na\n===\n", ["YS0041"]),
      ("subtitle: 1\nwhen: true\n---\na\n===\n", ["YS0027"]),
      (
        "subtitle: s\nwhen: true\n---\na\n===\ntitle: G\nsubtitle: s\nwhen: true\n---\nb\n===\n",
        ["YS0032", "YS0032"]
      ),
    ] as [(String, [String])])
  func `has conditions and names that fit together`(rest: String, codes: [String]) {
    #expect(Script.errors(inSource: "title: G\n" + rest) == codes)
  }
}
