import Testing

@Suite struct `A group of options or lines` {
  @Test func `may hold anything, and stand in anything`() throws {
    let script = try Script(
      """
      -> a
      -> b
          <<if true>>
              -> c
                  in c
                  <<if false>>
                  no
                  <<else>>
                  yes
                  <<endif>>
              -> d
          <<endif>>
          after if
      end
      """)

    #expect(
      try script.play(choosing: [1, 0])
        == ["-> a", "-> b", "-> c", "-> d", "in c", "yes", "after if", "end"])
  }

  @Test func `goes three levels down and comes back`() throws {
    let script = try Script(
      """
      -> a
          -> a1
              -> a11
          -> a2
              -> a21
                  z
          a end
      -> b
      """)

    #expect(
      try script.play(choosing: [0, 1, 0])
        == ["-> a", "-> b", "-> a1", "-> a2", "-> a21", "z", "a end"])
  }

  @Test func `of lines may hold a group of lines`() throws {
    let script = try Script(
      """
      => a <<if false>>
      => b
          in b
          => b1 <<if false>>
          => b2
              in b2
          after
      => c <<if false>>
      end
      """)

    #expect(try script.play() == ["b", "in b", "b2", "in b2", "after", "end"])
  }

  @Test func `of which none is available is passed over`() throws {
    #expect(try Script("=> a <<if false>>\n=> b <<if false>>\nend").play() == ["end"])
    #expect(
      try Script("-> a <<if false>>\n    no\n-> b <<if false>>\nend").play(choosing: [nil])
        == ["-x a", "-x b", "end"])
  }

  @Test(arguments: [
    "-> a\n// c\n-> b", "-> a // c\n-> b // c", "-> a\n    // c\n-> b", "-> a\n    x\n// c\n-> b",
    "->a\n->b", "    -> a\n        x\n    -> b", "-> a #t // c\n-> b <<if true>> #t",
    "-> a\n  // c\n    x\n-> b", "-> a\n\tx\n        y\n-> b", "-> {\"a\"}\n-> [i]b[/i]",
  ])
  func `is not split by comments, tags or blanks at the start of lines`(body: String) throws {
    #expect(try Script(body).play() == ["-> a", "-> b"])
  }

  @Test(arguments: [
    "-> a\n\n-> b", "-> a\n    x\n\n-> b", "-> a\n        x\n    y\n-> b", "-> a\n=> x\n-> b",
  ])
  func `is split by an empty line or a line beside its body`(body: String) throws {
    #expect(try Script(body).play() == ["-> a"])
  }

  @Test func `may be without a word, but not without a text`() throws {
    #expect(try Script("-> {\"\"}\n-> b").play() == ["-> ", "-> b"])
    #expect(Script.errors(in: "->") == ["YS0005"])
    #expect(Script.errors(in: "-> a\n        \n") == ["YS0005"])
    #expect(Script.errors(in: "-> a <<wait>>") == ["YS0020"])
    #expect(Script.errors(in: "-> a <<if>>").contains("YS0005"))
  }

  @Test func `in a condition goes on after a blank line`() throws {
    let script = try Script("<<if true>>\n    -> a\n        x\n\n    y\n<<endif>>\nz")

    #expect(try script.play(choosing: [0]) == ["-> a", "x", "y", "z"])
  }

  @Test(arguments: [
    ("<<if true>>\n-> a\n    <<endif>>\nx", ["YS0005"]),
    ("<<if true>>\n-> a\n    -> b\n        <<endif>>\nx", ["YS0005"]),
    ("<<if true>>", ["YS0007"]), ("<<once>>\na", ["YS0007"]), ("<<endif>>", ["YS0005"]),
    ("<<else>>", ["YS0005"]), ("<<endonce>>", ["YS0005"]),
    ("<<if true>>\n<<else>>\n<<else>>\n<<endif>>", ["YS0005"]),
    ("<<if true>>\n<<else>>\n<<elseif true>>\n<<endif>>", ["YS0005"]),
    ("<<if true>>\n<<else if true>>\n<<endif>>", ["YS0006"]),
  ])
  func `and conditions close where they were opened`(body: String, codes: [String]) {
    #expect(Set(Script.errors(in: body)) == Set(codes))
  }
}
