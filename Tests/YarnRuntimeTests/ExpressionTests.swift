import Testing
import YarnRuntime

@Suite struct `An expression` {
  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("-2 - -3", "1"), ("5.9 % 3.2", "0"),
    ("-5 % 3", "-2"), ("7 / 2", "3.5"), ("1 / 0", "Infinity"), ("0.1 + 0.1 == 0.2", "True"),
    ("\"a\" + \"b\"", "ab"), ("\"a\" eq \"b\"", "False"), ("not true or true", "True"),
    ("true or true and false", "False"), ("true xor true", "False"), ("!false && true", "True"),
    ("3 gte 3 and 2 lt 3", "True"), ("max(1,2)-1", "1"), ("round(2.5)", "2"),
    ("round_places(1.256, 2)", "1.26"), ("floor(-1.5)", "-2"), ("ceil(1.2)", "2"),
    ("inc(1.5)", "2"), ("inc(2)", "3"), ("dec(1.5)", "1"), ("dec(2)", "1"), ("int(-1.7)", "-1"),
    ("decimal(1.25)", "0.25"), ("string(true)", "True"), ("number(\"2.5\")", "2.5"),
    ("bool(\"TRUE\")", "True"), ("bool(0)", "False"), ("format(\"{0:F2}!\", 1.005)", "1.00!"),
    ("format(\"{0:N0}\", 1234567)", "1,234,567"), ("format_invariant(1.5)", "1.5"),
    ("\"say \\\"hi\\\"\"", "say \"hi\""),
  ])
  func `has the value that the language gives it`(expression: String, text: String) throws {
    #expect(try Script("{\(expression)}").play() == [text])
  }

  @Test func `reads smart variables anew each time`() throws {
    let script = try Script(
      "<<declare $a = 1>>\n<<declare $b = $a + 1>>\n{$b}\n<<set $a = 5>>\n{$b}")

    #expect(try script.play() == ["2", "6"])
  }

  @Test func `knows the cases of enums`() throws {
    let script = try Script(
      """
      <<enum Mood>>
          <<case Low = "low">>
          <<case Good = "good">>
      <<endenum>>
      <<declare $mood = Mood.Low>>
      <<set $mood = .Good>>
      {$mood} {$mood == .Good} {$mood == Mood.Low}
      """)

    #expect(try script.play() == ["good True False"])
  }

  @Test(arguments: ["number(\"x\")", "bool(\"x\")", "dice(0)"])
  func `that cannot be worked out is an error`(expression: String) throws {
    let name = String(expression.prefix { $0 != "(" })

    #expect(throws: DialogueError(.functionFailed(name), at: Script.place(3))) {
      try Script("{\(expression)}").play()
    }
  }

  @Test func `keeps chance within bounds`() throws {
    let script = try Script("{dice(6)}{random_range(2, 4)}")
    for seed in 0..<50 as Range<UInt64> {
      var dialogue = Dialogue(program: script.program, seed: seed)
      try dialogue.start(at: "Start")
      let text = try script.play(&dialogue)[0]
      #expect(("1"..."6").contains(text.prefix(1)))
      #expect(("2"..."4").contains(text.dropFirst()))
    }
  }
}
