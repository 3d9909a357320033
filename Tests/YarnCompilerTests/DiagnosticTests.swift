import Testing
import YarnCompiler

@Suite struct `A diagnostic` {
  @Test func `names the place, the mistake and the nearest name`() {
    let text = "title: Start\n---\n<<jump Strt>>\n===\n"
    let diagnostics = Compiler().compile([Source(name: "a.yarn", text: text)]).diagnostics

    #expect(
      diagnostics.map(\.description) == [
        "a.yarn:3:8: warning: no node is called ‘Strt’; did you mean ‘Start’? [YS0012]"
      ])
    #expect(diagnostics.map(\.sourceLine) == ["<<jump Strt>>"])
    #expect(diagnostics[0].excerpt.hasSuffix("<<jump Strt>>\n       ^^^^"))
  }

  @Test func `of an error means there is no program`() {
    let compilation = Compiler().compile([
      Source(name: "a.yarn", text: "title: A\n---\n<<if>>\n===")
    ])

    #expect(compilation.program == nil)
  }

  @Test(arguments: [
    ("<<if 1>>\n<<endif>>", ["YS0050 3:1 error"]),
    ("<<if true>>\nx", ["YS0007 5:1 error"]),
    ("<<if true>>\n<<else>>\n<<else>>\n<<endif>>", ["YS0005 5:1 error"]),
    ("<<else>>", ["YS0005 3:1 error"]),
    ("x <<wait 1>>", ["YS0020 3:3 error"]),
    ("<<wait 1", ["YS0006 3:9 error"]),
    ("<<wait>> x", ["YS0019 3:10 warning"]),
    ("<<wait>>>", ["YS0064 3:9 warning"]),
    ("set $x = 1", ["YS0022 3:1 warning"]),
    ("a \\q", ["YS0005 3:3 error"]),
    ("{\"a\" + 1}", ["YS0050 3:2 error"]),
    ("{max(1)}", ["YS0014 3:2 error"]),
    ("<<declare $a = 1>>", ["YS0010 3:11 info"]),
    ("<<set $a = 1>>", ["YS0003 3:7 warning"]),
    ("{.Ok}", ["YS0029 3:2 error", "YS0050 3:2 error"]),
    ("x [a]", ["YS0063 3:1 warning"]),
    ("x #line:a #line:b", ["YS0062 3:11 error"]),
    ("-> \n", ["YS0005 3:4 error"]),
    ("-> a\n\n-> b", ["KI0002 5:1 warning"]),
    ("At 10:30 we met", ["KI0003 3:1 warning"]),
    ("<<jump {1}>>", ["YS0050 3:1 error"]),
  ])
  func `is given for each kind of mistake`(body: String, expected: [String]) {
    #expect(problems(body).filter { !$0.hasPrefix("YS0033") }.uniqued == expected)
  }

  @Test func `of a title says where the other node is`() {
    let node = "title: A\n---\nx\n===\n"
    let diagnostics = Compiler().compile([
      Source(name: "a.yarn", text: node + node), Source(name: "b.yarn", text: "\n" + node),
    ]).diagnostics

    #expect(
      diagnostics.map(\.description) == [
        "a.yarn:1:1: error: two nodes are called ‘A’; rename this one or the one at a.yarn:5 "
          + "[YS0011]",
        "a.yarn:5:1: error: two nodes are called ‘A’; rename this one or the one at a.yarn:1 "
          + "[YS0011]",
        "b.yarn:2:1: error: two nodes are called ‘A’; rename this one or the one at a.yarn:1 "
          + "[YS0011]",
      ])
  }

  @Test func `of a circle of smart variables does not ask for their type`() {
    let circle = "<<declare $a = $b>>\n<<declare $b = $a>>\n<<declare $c = $a>>\n{$c}"

    #expect(problems(circle) == ["YS0045 3:16 error", "YS0045 4:16 error"])
  }

  @Test func `does not hide those of other nodes`() {
    let source = "title: A\n---\n<<if (>>\n<<endif>>\n===\ntitle: B\n---\n{1 + }\n===\n"

    #expect(problems(source: source).contains("YS0005 8:6 error"))
  }

  @Test func `warns of visits that nothing counts`() {
    let source = "title: A\nwhen: visited(\"B\")\n---\na\n===\ntitle: B\n---\nb\n===\n"

    #expect(problems(source: source) == ["KI0001 2:7 warning"])
  }

  @Test func `finds what cannot be reached when asked to`() {
    var compiler = Compiler()
    compiler.findsUnreachableCode = true
    let text =
      "title: A\n---\n<<if true>>\n<<stop>>\nnever\n<<endif>>\n<<declare $a = 1>>\n{$a}\n==="
    let diagnostics = compiler.compile([Source(name: "a", text: text)]).diagnostics

    #expect(diagnostics.map(\.code) == ["YS0008"])
    #expect(diagnostics.map(\.start.line) == [5])
  }

  @Test func `counts columns in UTF-16 units and accepts all line breaks`() {
    #expect(problems("é {\"😀\" + 1}") == ["YS0050 3:4 error"])
    #expect(problems(source: "title: A\r\n---\r\n😀 {1 + true}\r\n===\r\n") == ["YS0050 3:5 error"])
    #expect(problems(source: "\u{FEFF}title: A\r---\r{1 + true}\r===") == ["YS0050 3:2 error"])
  }
}

extension [String] {
  fileprivate var uniqued: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
