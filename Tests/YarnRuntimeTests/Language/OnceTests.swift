import Testing

@Suite struct `Once` {
  @Test func `keeps blocks and lines from coming twice, and says what stands under else`() throws {
    let script = try Script(
      """
      <<once>>
      first
      <<else>>
      again
      <<endonce>>
      <<once if false>>
      no
      <<else>>
      other
      <<endonce>>
      line <<once>>
      yes <<once if true>>
      no <<once if false>>
      <<once if true>>
      outer
      <<once>>
      inner
      <<endonce>>
      <<endonce>>
      """)

    #expect(
      try script.play(times: 3, saliency: .bestLeastRecentlySeen) == [
        ["first", "other", "line", "yes", "outer", "inner"], ["again", "other"],
        ["again", "other"],
      ])
  }

  @Test func `waits for its condition`() throws {
    let script = try Script(
      "<<once if visited_count(\"Start\") > 0>>\nsecond time\n<<endonce>>\nend <<once if visited_count(\"Start\") > 1>>"
    )

    #expect(
      try script.play(times: 4, saliency: .bestLeastRecentlySeen)
        == [[], ["second time"], ["end"], []])
  }

  @Test func `makes an option unavailable when it was chosen, not when it was seen`() throws {
    let script = try Script("-> a <<once>>\n-> b <<once if true>>\n-> c")

    #expect(
      try script.play(times: 4, choosing: [2, 0, 1, 2], saliency: .bestLeastRecentlySeen) == [
        ["-> a", "-> b", "-> c"], ["-> a", "-> b", "-> c"], ["-x a", "-> b", "-> c"],
        ["-x a", "-x b", "-> c"],
      ])
  }

  @Test func `tells blocks in different nodes and on different lines apart`() throws {
    let script = try Script(
      source: """
        title: Start
        ---
        <<once>>
        a
        <<endonce>>
        <<detour B>>
        <<detour B>>
        ===
        title: B
        ---
        <<once>>
        b
        <<else>>
        b again
        <<endonce>>
        ===

        """)

    #expect(try script.play() == ["a", "b", "b again"])
  }
}
