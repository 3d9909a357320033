import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite struct `A tagger` {
  private func tagged(
    _ text: String, _ style: LineTagger.Style = .descriptive, others: [Source] = []
  ) -> LineTagger.Result? {
    let source = Source(name: "a.yarn", text: text)
    var tagger = LineTagger(style, of: [source] + others)
    var random = RandomSource(seed: 7)
    return tagger.tag(source, using: &random)
  }

  @Test func `gives lines and options random ids`() {
    let result = tagged(
      """
      title: Start
      ---
      One.
      -> Two <<if true>> // why not
          Three. #tag
      => Four #line:mine
      Five: it is. #shadow:mine
      <<wave>>
      ===

      """, .random)
    #expect(
      result?.text == """
        title: Start
        ---
        One. #line:59320dd
        -> Two <<if true>> #line:f43c661 // why not
            Three. #tag #line:bab12a0
        => Four #line:mine
        Five: it is. #shadow:mine
        <<wave>>
        ===

        """)
    #expect(result?.addedCount == 3)
    #expect(result?.lineCount == 4)
  }

  @Test func `gives ids that tell the place`() {
    let result = tagged(
      """
      title: Start
      subtitle: Late
      when: always
      ---
      Mr. Ng: Good evening.
      -> Evening
      -> What?
      ===
      title: Other
      ---
      {$x}: Hello: you!
      ===
      """)
    #expect(
      result?.text == """
        title: Start
        subtitle: Late
        when: always
        ---
        Mr. Ng: Good evening. #line:Start.Late_0100_Mr__Ng
        -> Evening #line:Start.Late_0200
        -> What? #line:Start.Late_0300
        ===
        title: Other
        ---
        {$x}: Hello: you! #line:Other_0100
        ===
        """)
  }

  @Test func `finds room between numbers`() {
    let result = tagged(
      """
      title: A
      ---
      Zero.
      One. #line:A_0100
      Two.
      Three.
      Four. #line:A_0200
      Five.
      Six. #line:A_0201
      Seven.
      ===
      """)
    #expect(
      result?.text == """
        title: A
        ---
        Zero. #line:A_0050
        One. #line:A_0100
        Two. #line:A_0133
        Three. #line:A_0166
        Four. #line:A_0200
        Five. #line:A_0200_g1
        Six. #line:A_0201
        Seven. #line:A_0300
        ===
        """)
  }

  @Test(arguments: [LineTagger.Style.random, .descriptive])
  func `changes nothing the second time`(style: LineTagger.Style) throws {
    let text = "title: A\n---\nOne\n-> Two\n    => Three\n<<if true>>\nFour\n<<endif>>\n===\n"
    let once = try #require(tagged(text, style))
    let twice = try #require(tagged(once.text, style))
    #expect(once.addedCount == 4)
    #expect(twice.text == once.text)
    #expect(twice.addedCount == 0)
  }

  @Test func `never gives an id that another script has`() {
    let other = Source(name: "b.yarn", text: "title: A\n---\nOne #line:A_0100\n===\n")
    #expect(
      tagged("title: A\n---\nOne\n===\n", others: [other])?.text
        == "title: A\n---\nOne #line:A_0200\n===\n")
  }

  @Test func `keeps line ends, a byte order mark and everything else`() {
    #expect(
      tagged("\u{FEFF}title: A\r\n---\r\nOne  \r\n\tTwo \\// x\r\n===")?.text
        == "\u{FEFF}title: A\r\n---\r\nOne #line:A_0100  \r\n\tTwo \\// x #line:A_0200\r\n===")
  }

  @Test func `leaves a script with mistakes alone`() {
    #expect(tagged("title: A\n---\nOne {1 +}\n===\n") == nil)
    #expect(tagged("One\n") == nil)
  }
}
