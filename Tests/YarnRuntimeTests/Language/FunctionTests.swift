import Testing
import YarnRuntime

@Suite struct `A function` {
  @Test(arguments: [
    ("min(1,2)", "1"), ("max ( 1 , 2 )", "2"), ("round(1.5)", "2"), ("round(-1.5)", "-2"),
    ("floor(1.9)", "1"), ("ceil(-1.9)", "-1"), ("inc(-1.5)", "-1"), ("dec(-1.5)", "-2"),
    ("decimal(-1.5)", "-0.5"), ("int(1.9)", "1"), ("string(1.0)", "1"), ("string(\"x\")", "x"),
    ("number(true)", "1"), ("number(2)", "2"), ("bool(1)", "True"), ("bool(\"False\")", "False"),
    ("\"n: \" + string(1 + 2) + \"!\"", "n: 3!"), ("max(min(3, 2), 1) - 1", "1"),
    ("format(\"{0:000}\", 7)", "007"), ("format(\"a{{b}}{0}\", 1)", "a{b}1"),
    ("format(\"{0,4}|\", 3)", "   3|"), ("visited(\"Nowhere\")", "False"),
    ("visited_count(\"Nowhere\")", "0"), ("has_any_content(\"Nowhere\")", "False"),
    ("has_any_content(\"Start\")", "True"),
  ])
  func `of the language gives what it promises`(expression: String, text: String) throws {
    #expect(try Script("{\(expression)}").play() == [text])
  }

  @Test(
    arguments: [
      ("{min(1)}", ["YS0014"]), ("{random(1)}", ["YS0014"]), ("{min(\"a\", 1)}", ["YS0050"]),
      ("<<call round()>>", ["YS0014"]), ("{visited(1)}", ["YS0050"]),
      ("{foo(1) + 1}\n{foo(1, 2) + 1}", ["YS0014"]), ("{foo(1) + 1}\n{foo(\"a\") + 1}", ["YS0050"]),
      ("{foo()}", ["YS0029"]),
    ] as [(String, [String])])
  func `is given as many values, of such types, as it takes`(body: String, codes: [String]) {
    #expect(Script.errors(in: body) == codes)
  }

  @Test func `of the host may take any number of values and be called for its effect`() throws {
    var library = Library()
    library.register("join", parameters: [.string], variadic: .number, returns: .string) { values in
      .string(values.map(\.text).joined(separator: "+"))
    }
    let script = try Script(
      "{join(\"a\")} {join(\"a\", 1, 2)}\n<<call join(\"x\")>>", library: library)

    #expect(try script.play() == ["a a+1+2"])
  }
}
