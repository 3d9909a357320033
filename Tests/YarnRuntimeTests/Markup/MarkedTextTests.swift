import Testing

@testable import YarnRuntime

@Suite struct `A marked text` {
  @Test(arguments: [
    ("[.", [1], [false]), ("[", [1], [false]), ("[/", [2], [false]), ("x [/a]", [4], [false]),
    ("[a][/a][/b]", [9], [false]), ("[open]x", [1], [true]), ("[end.] x", [1], [false]),
    ("x [end.]", [3], [false]), ("[attribute property", [11, 1], [false, true]),
    ("[p=1,1 /]", [4], [true]), ("[a b=1 b=2]x[/a]", [7], [false]),
    ("[a x=\"open", [3], [false]), ("[a][b]x[/a]y[/c]", [14], [true]),
    ("[nomarkup]x", [1], [true]), ("[plural value=a other=\"\"/]", [1], [false]),
    ("[select 1=a/]", [1], [false]), ("á [.", [3], [false]),
  ])
  func `says where its markup is wrong`(text: String, positions: [Int], whole: [Bool]) {
    let marked = MarkedText(text)

    #expect(marked.diagnostics.map(\.position) == positions)
    #expect(marked.diagnostics.map(\.concernsWholeLine) == whole)
    #expect(marked.text == text)
    #expect(marked.attributes.isEmpty)
  }

  @Test func `gives the text of an attribute`() throws {
    let marked = MarkedText("A [b]B [c]C[/c][/b]")

    #expect(marked.text(of: try #require(marked.attribute(named: "b"))) == "B C")
    #expect(marked.text(of: try #require(marked.attribute(named: "c"))) == "C")
    #expect(marked.text(of: MarkupAttribute(name: "x", position: 90, length: 9)) == "")
    #expect(MarkedText("😀b").text(of: MarkupAttribute(name: "x", position: 1, length: 9)) == "😀b")
  }

  @Test func `shrinks and moves what is left when a range is deleted`() throws {
    let marked = MarkedText("[a][b]A [c][X]x[/b] [d]x[/X][/c] B[/d] [e]C[/e][/a]")
    let rest = marked.deleting(try #require(marked.attribute(named: "d")))

    #expect(rest.text == "A x  C")
    #expect(rest.attributes.map(\.name) == ["a", "b", "c", "X", "e"])
    #expect(rest.attributes.map(\.position) == [0, 0, 2, 2, 5])
    #expect(rest.attributes.map(\.length) == [6, 3, 2, 2, 1])
  }

  @Test func `keeps its text when an attribute without length is deleted`() throws {
    let marked = MarkedText("A [a/]B [b]C[/b]")
    let rest = marked.deleting(try #require(marked.attribute(named: "a")))

    #expect(rest.text == "A B C")
    #expect(rest.attributes.map(\.name) == ["b"])
  }

  @Test func `breaks lines at a tag`() {
    #expect(MarkedText("one[br/] two").text == "one\ntwo")
  }

  @Test func `joins letters and accents`() {
    let joined = MarkedText("e\u{301} \u{1100}\u{1161}\u{11A8} A\u{30A} q\u{323}\u{307} \u{958}")
    #expect(
      Array(joined.text.unicodeScalars)
        == Array("\u{E9} \u{AC01} \u{C5} q\u{323}\u{307} \u{915}\u{93C}".unicodeScalars))
  }

  @Test func `is read whatever it is, however long`() {
    for part in ["[", "[a]", "[a", "[/a]", "\\", "[a b=\"", "[nomarkup]", ":", "[a/]", "]"] {
      let text = String(repeating: part, count: 20_000)
      #expect(MarkedText(text).diagnostics.count <= 101)
    }
  }
}
