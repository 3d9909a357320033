import Testing

@testable import YarnCompiler
@testable import kith

@Suite struct `A transcript` {
  @Test(arguments: ["first-run", "help-now", "mistakes", "readings"])
  func `shows what it always showed`(name: String) throws {
    try Transcript(name).check()
  }

  @Test func `fits a narrow window`() throws {
    try Transcript("narrow").check(columns: 40)
  }
}

@Suite struct `The command line` {
  @Test(arguments: [
    ([], []), (["--plain"], ["--plain"]),
    (["--plain", "check-in"], ["check-in", "--plain"]),
    (["--home", "x", "--plain", "read", "grief"], ["read", "grief", "--home", "x", "--plain"]),
    (["--home=x", "mood"], ["mood", "--home=x"]), (["--version"], ["--version"]),
    (["check-in", "--plain"], ["check-in", "--plain"]),
  ])
  func `takes options on both sides of the command`(typed: [String], parsed: [String]) {
    #expect(Launcher.globalOptionsLast(typed) == parsed)
  }

  @Test(arguments: [
    ("chek-in", "check-in"), ("jornal", "journal"), ("helpnow", "help-now"), ("moood", "mood"),
  ])
  func `knows what was probably meant`(typed: String, meant: String) throws {
    let names = Kith.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(NearestName.of(typed, among: names) == meant)
  }

  @Test(arguments: [
    (":back", PromptCommand.Reading.command(.back)), (":b", .command(.back)),
    ("?", .command(.help)), ("help now", .helpNow), ("Help Now ", .helpNow),
    (":pasue", .unknown(nearest: .pause)), (":zzzzzz", .unknown(nearest: nil)),
    (":bakc", .unknown(nearest: .back)), (":lsit", .unknown(nearest: .list)),
    (":commands", .command(.help)), (":skip it", .unknown(nearest: .skip)),
    (":) fine", .answer(":) fine")), (":note late", .about(.note, "late")),
    ("::smile", .answer(":smile")), ("6", .answer("6")), ("", .answer("")),
  ])
  func `tells commands from answers`(typed: String, expected: PromptCommand.Reading) {
    #expect(PromptCommand.read(typed) == expected)
  }
}
