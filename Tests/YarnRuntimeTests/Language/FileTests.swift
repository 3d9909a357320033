import Testing

@Suite struct `A file of scripts` {
  @Test(arguments: [
    "title: Start\n---\nhi\n===",
    "title: Start\n---\nhi\n===\n",
    "title: Start\r\n---\r\nhi\r\n===\r\n",
    "title: Start\r---\rhi\r===\r",
    "\u{FEFF}title: Start\n---\nhi\n===\n",
    "\n\n// first\n\ntitle: Start\n// in the headers\n---\nhi\n===\n\n// last\n",
    "title:Start // name\n--- // body\n   hi\n   === // end\n",
    "#one\n#two:x\ntitle: Start\n---\nhi\n===\n",
    "tags: a b\ntitle: Start\n---\nhi\n===\n",
    "title: Start\nnote:\nnote: two\nurl: http://a.b // c\npath: icons/a.png\n---\nhi\n===\n",
  ])
  func `is read whatever its line ends, blank lines, comments and headers`(text: String) throws {
    #expect(try Script(source: text).play() == ["hi"])
  }

  @Test func `keeps every header of a node for the host`() throws {
    let script = try Script(
      source: "title: Start\ntags: a b\nkey:  two words  \nempty:\nkey: x\n---\nhi\n===\n")
    let node = try #require(script.program.nodes["Start"])

    #expect(node.header("tags") == "a b")
    #expect(node.header("key") == "two words")
    #expect(node.header("empty") == "")
    #expect(node.allHeaders("key") == ["two words", "x"])
    #expect(node.header("none") == nil)
  }

  @Test(
    arguments: [
      ("title: Start\nhi\n", ["YS0005", "YS0004"]),
      ("title: Start\n---\nhi\n", ["YS0004"]),
      ("key: x\n---\nhi\n===\n", ["YS0051"]),
      ("title: A\ntitle: B\n---\nhi\n===\n", ["YS0052"]),
      ("title: 1a\n---\nhi\n===\n", ["YS0027"]),
      ("title: a.b\n---\nhi\n===\n", ["YS0027"]),
      ("title: A\n---\nhi\n===\ntitle: A\n---\nhi\n===\n", ["YS0011", "YS0011"]),
    ] as [(String, [String])])
  func `must have nodes that are whole and have one good name`(text: String, codes: [String]) {
    #expect(Script.errors(inSource: text) == codes)
  }

  @Test func `has file tags without a blank after the sign`() {
    let errors = Script.errors(inSource: "# tag\ntitle: A\n---\nhi\n===\n")

    #expect(errors.first == "YS0005")
  }

  @Test func `may name nodes in any script of the world`() throws {
    let script = try Script(
      source: "title: Start\n---\n<<jump Été_名前>>\n===\ntitle: Été_名前\n---\nhi\n===\n")

    #expect(try script.play() == ["hi"])
  }

  @Test func `can leave a node without a word`() throws {
    #expect(try Script("<<declare $x = 1>>").events() == ["+Start", "-Start"])
  }

  @Test func `says text that looks like a header or a delimiter`() throws {
    #expect(
      try Script("title: not a header\na --- b === c\n--- x").play()
        == ["title: not a header", "a --- b === c", "--- x"])
  }
}
