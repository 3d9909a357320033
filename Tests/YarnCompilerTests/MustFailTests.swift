import Testing
import YarnCompiler

@Suite struct `A script that must not compile` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var body: String
    var codes: Set<String>

    init(_ name: String, _ codes: Set<String>, _ body: String) {
      self.name = name
      self.codes = codes
      self.body = body
    }

    var testDescription: String { name }
  }

  static let enums = """
    <<enum Size>>
        <<case Small>>
        <<case Big>>
    <<endenum>>
    <<enum Mood>>
        <<case Low = "low">>
        <<case Big = "big">>
    <<endenum>>

    """

  static let cases = [
    Case(
      "unique raw values", ["YS0035"], "<<enum A>>\n<<case B = 1>>\n<<case C = 1>>\n<<endenum>>"),
    Case(
      "an enum as raw value", ["YS0037"], enums + "<<enum A>>\n<<case B = Size.Big>>\n<<endenum>>"),
    Case("texts for all", ["YS0035"], "<<enum A>>\n<<case B = \"b\">>\n<<case C>>\n<<endenum>>"),
    Case("numbers for all", ["YS0035"], "<<enum A>>\n<<case B = 1>>\n<<case C>>\n<<endenum>>"),
    Case("whole numbers", ["YS0035"], "<<enum A>>\n<<case B = 1.5>>\n<<endenum>>"),
    Case("no truths", ["YS0035"], "<<enum A>>\n<<case B = true>>\n<<endenum>>"),
    Case("a number for a text", ["YS0050"], enums + "<<call visited(Size.Big)>>"),
    Case("a case of two enums", ["YS0028"], enums + "<<set $a = .Big>>"),
    Case("two enums compared", ["YS0050"], enums + "{Size.Big == Mood.Big}"),
    Case("a number to jump to", ["YS0050"], "<<jump {1}>>"),
    Case("a truth to visit", ["YS0050"], "<<detour {true}>>"),
    Case("truths added", ["YS0050"], "<<set $a = true + false>>"),
    Case("a text and a number added", ["YS0050"], "{\"a\" + 1}"),
    Case("nothing to set", ["YS0005"], "<<set $a = >>"),
    Case("a shadow with a value", ["YS0043"], "a {1} #line:x\na {1} #shadow:x"),
    Case("a shadow of nothing", ["YS0042"], "a #shadow:x"),
    Case("a shadow of other words", ["YS0044"], "a #line:x\nb #shadow:x"),
    Case("a smart variable set", ["YS0030"], "<<declare $a = 1 + 1>>\n<<set $a += 1>>"),
    Case(
      "a circle", ["YS0045"],
      "<<declare $a = $b + 1>>\n<<declare $b = $c + 1>>\n<<declare $c = $a + 1>>"),
    Case("a circle of one", ["YS0045"], "<<declare $a = not $a>>"),
    Case(
      "a circle through a function", ["YS0045"],
      "<<declare $a = max($b, 1)>>\n<<declare $b = $a + 1>>"),
    Case("no type anywhere", ["YS0029"], "{$a}"),
    Case("no type in two", ["YS0029"], "<<set $a = $b>>"),
    Case("two types", ["YS0050"], "<<set $a = 1>>\n<<set $a = \"x\">>"),
    Case("a function of two types", ["YS0050"], "{foo(1) + 1}\n{foo(\"a\") + 1}"),
    Case("declared as another type", ["YS0053"], "<<declare $a = 1 as string>>"),
    Case("a condition without a test", ["YS0005"], "-> a <<if>>"),
  ]

  @Test(arguments: cases)
  func `has the error it was written for, inside the file`(_ example: Case) {
    let text = "title: Start\n---\n\(example.body)\n===\n"
    let diagnostics = Compiler().compile([Source(name: "a.yarn", text: text)]).diagnostics
    let lineCount = text.split(separator: "\n").count

    let codes = Set(diagnostics.filter { $0.severity == .error }.map(\.code))
    #expect(codes.isSuperset(of: example.codes), "\(codes)")
    for diagnostic in diagnostics {
      #expect(diagnostic.start <= diagnostic.end)
      #expect((1...lineCount).contains(diagnostic.start.line))
      #expect((1...lineCount).contains(diagnostic.end.line))
    }
  }

  @Test func `may stand beside nodes of the same name`() {
    let text = """
      title: A
      when: always
      ---
      a
      ===
      title: A
      ---
      b
      ===

      """
    let diagnostics = Compiler().compile([Source(name: "a.yarn", text: text)]).diagnostics

    #expect(diagnostics.map(\.code) == ["YS0031"])
  }
}
