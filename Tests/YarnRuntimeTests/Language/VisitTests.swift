import Testing
import YarnRuntime

@Suite struct `A visit` {
  let group = """
    title: Start
    ---
    {visited("G")} {visited_count("G")} {visited("G.a")} {visited_count("G.b")} {visited("G.c")}
    <<if visited_count("Start") < 3>>
    <<detour G>>
    <<jump Start>>
    <<endif>>
    ===
    title: G
    subtitle: a
    when: once
    ---
    a
    ===
    title: G
    subtitle: b
    when: always
    ---
    b
    ===
    title: G
    subtitle: c
    when: visited("G.b")
    tracking: never
    ---
    c
    ===

    """

  @Test func `to a node group counts for the group and for the member that ran`() throws {
    #expect(
      try Script(source: group).play(saliency: .bestLeastRecentlySeen) == [
        "False 0 False 0 False", "a", "True 1 True 0 False", "b", "True 2 True 1 False", "c",
        "True 3 True 1 False",
      ])
  }

  @Test func `is counted by a detour, but not by asking`() throws {
    let script = try Script(
      source: """
        title: Start
        ---
        <<detour Side>>
        <<detour Side>>
        {visited_count("Side")} {visited_count("Nowhere")} {visited("Nowhere")}
        {visited_count("Start")}
        ===
        title: Side
        ---
        {visited_count("Side")}
        <<return>>
        ===
        """)

    #expect(try script.play() == ["0", "1", "2 0 False", "0"])
  }

  @Test func `is not counted for a node that asks not to be`() throws {
    let script = try Script(
      source: """
        title: Start
        ---
        <<detour Never>>
        <<detour Always>>
        <<set $name = "Always">>
        {visited("Never")} {visited($name)}
        ===
        title: Never
        tracking: never
        ---
        never
        ===
        title: Always
        tracking: always
        ---
        always
        ===
        """)

    #expect(try script.play() == ["never", "always", "False True"])
  }
}

@Suite struct `An expression in a text` {
  @Test(arguments: [
    ("{0.1}{0.25} {1.0} {-0.5} {100000000.5}", "0.10.25 1 -0.5 100000000"),
    ("{1 / 3} {2 / 3} {10 / 4} {7 / 7}", "0.33333334 0.6666667 2.5 1"),
    ("{0.1 + 0.2} {0.1 + 0.1 == 0.2} {1.5 * 1.5}", "0.3 True 2.25"),
    ("{3.14159} {round_places(3.14159, 2)} {decimal(2.5)} {int(-2.5)}", "3.14159 3.14 0.5 -2"),
    ("a{\"b\"}c{\"\"}d", "abcd"),
    ("{\"{0}\"} {\"[b]\"} {\"a: b\"}", "{0} [b] a: b"),
    (":) :-( ;) <3 >:( 8-D", ":) :-( ;) <3 >:( 8-D"),
    ("{true} {!true} {1 == 1 && 2 > 1}", "True False True"),
  ])
  func `is worked out where it stands`(text: String, said: String) throws {
    #expect(try Script(text).play() == [said])
  }

  @Test func `may stand in options and commands`() throws {
    #expect(
      try Script("<<set $n = 2>>\n-> {$n} of {$n * 2} <<if $n == 2>>\n    <<go {$n} \"{$n + 1}\">>")
        .play(choosing: [0]) == ["-> 2 of 4", "<<go 2 \"3\">>"])
  }

  @Test func `may stand before a smiley with a condition and a tag behind it`() throws {
    #expect(try Script("{1}<3 <<if true>> #heart\n:D <<if false>>").play() == ["1<3"])
  }
}
