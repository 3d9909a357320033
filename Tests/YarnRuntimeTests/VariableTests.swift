import Testing
import YarnRuntime

@Suite struct `A variable` {
  let script: Script

  init() throws {
    script = try Script(
      """
      <<enum Mood>>
          <<case Low = "low">>
          <<case Good = "good">>
      <<endenum>>
      <<declare $count = 1>>
      <<declare $name = "Mae">>
      <<declare $open = true>>
      <<declare $mood = Mood.Low>>
      <<declare $double = $count * 2>>
      <<declare $quadruple = $double * 2>>
      {$count} {$name} {$open} {$mood} {$quadruple}
      """)
  }

  @Test func `can be set and read from outside the scripts`() throws {
    var dialogue = try script.dialogue()
    #expect(try dialogue.value(of: "$quadruple", using: Library()) == .number(4))
    try dialogue.set("$count", to: .number(3))
    try dialogue.set("$name", to: .string("Li"))
    try dialogue.set("$open", to: .bool(false))
    try dialogue.set("$mood", to: .string("good"))

    #expect(try dialogue.value(of: "$quadruple", using: Library()) == .number(12))
    #expect(try dialogue.value(of: "$mood", using: Library()) == .string("good"))
    #expect(try script.play(&dialogue) == ["3 Li False good 12"])
  }

  @Test(arguments: [
    (
      "$count", Value.string("1"),
      DialogueError.Problem.wrongType(variable: "$count", expected: .number)
    ),
    ("$open", .number(1), .wrongType(variable: "$open", expected: .bool)),
    ("$name", .bool(true), .wrongType(variable: "$name", expected: .string)),
    ("$mood", .string("bad"), .noSuchCase(variable: "$mood", of: "Mood")),
    ("$mood", .number(0), .noSuchCase(variable: "$mood", of: "Mood")),
    ("$double", .number(4), .readOnlyVariable("$double")),
    ("$nothing", .number(4), .unknownVariable("$nothing")),
  ])
  func `refuses a value it cannot have`(
    name: String, value: Value, problem: DialogueError.Problem
  ) throws {
    var dialogue = try script.dialogue()
    let before = dialogue.memory

    #expect(throws: DialogueError(problem)) { try dialogue.set(name, to: value) }
    #expect(dialogue.memory == before)
  }
}
