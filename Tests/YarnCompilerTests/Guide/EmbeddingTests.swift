import FoundationEssentials
import Testing
import YarnCompiler
import YarnRuntime

@Suite struct `The guide to embedding` {
  let script = Source(
    name: "play.yarn",
    text: """
      title: Start
      ---
      <<curtain up>>
      Ada: Shall we? #line:ask
      -> Yes #line:yes
          Ada: Good! {claps(2)} #line:good
      -> No #line:no
      <<detour Ending>>
      <<curtain down>>
      ===
      title: Ending
      subtitle: short
      phase: late
      when: always
      ---
      The end. #line:end
      ===
      title: Ending
      subtitle: long
      phase: early
      when: always
      ---
      To be continued. #line:more
      ===

      """)

  @Test func `plays a script to its end`() throws {
    var theatre = try Theatre([script])
    var dialogue = Dialogue(program: theatre.program, seed: 1, saliency: .best)
    try dialogue.start(at: "Start")
    try theatre.play(&dialogue, replies: [0])

    #expect(
      theatre.screen == [
        "The curtain goes up.", "Ada says: Shall we?", "0: Yes", "1: No",
        "Ada says: Good! clap clap ",
        "The end.", "The curtain goes down.",
      ])
  }

  @Test func `tells authors what is wrong`() throws {
    let wrong = Source(name: "wrong.yarn", text: "title: Start\n---\n{claps(1, 2)}\n===\n")

    #expect {
      try Theatre([wrong])
    } throws: { error in
      let remarks = (error as? Theatre.ScriptFaults)?.remarks
      return remarks?.map { $0.prefix(16) } == ["wrong.yarn:3:2: "]
    }
  }

  @Test func `goes on from the replies`() throws {
    var theatre = try Theatre([script])
    let replies = [1]

    var dialogue = Dialogue(program: theatre.program, seed: 1)
    try dialogue.start(at: "Start")
    for reply in replies {
      while true {
        if case .options = try dialogue.next(using: theatre.library) { break }
      }
      try dialogue.choose(reply)
    }

    try theatre.play(&dialogue)
    #expect(theatre.screen.last == "The curtain goes down.")
    #expect(theatre.screen.count == 2)
  }

  @Test func `goes on from a saved dialogue`() throws {
    var theatre = try Theatre([script])
    var dialogue = Dialogue(program: theatre.program, seed: 1, saliency: .best)
    try dialogue.start(at: "Start")
    try theatre.play(&dialogue)

    let bytes = try JSONEncoder().encode(dialogue.saved)
    let saved = try JSONDecoder().decode(SavedDialogue.self, from: bytes)
    var resumed = try Dialogue(program: theatre.program, restoring: saved)
    let offered = resumed.waitingOptions.map(\.line.text)

    #expect(offered == ["Yes", "No"])
    try resumed.choose(1)
    try theatre.play(&resumed)
    #expect(theatre.screen.suffix(2) == ["The end.", "The curtain goes down."])
  }

  @Test func `speaks another language`() throws {
    var theatre = try Theatre([script])
    let texts = ["line:ask": "Ada: Sollen wir?", "line:good": "Ada: Schön! {0}"]
    let german = theatre.program.translated(texts: texts, locale: "de")
    var dialogue = Dialogue(program: german.program, seed: 1)

    try dialogue.start(at: "Start")
    try theatre.play(&dialogue, replies: [0])
    #expect(german.faults.isEmpty)
    #expect(theatre.screen[1] == "Ada says: Sollen wir?")
    #expect(theatre.screen[4] == "Ada says: Schön! clap clap ")
  }

  @Test func `chooses what fits`() throws {
    let theatre = try Theatre([script])
    let now = Situation(phase: "early")
    let dialogue = Dialogue(program: theatre.program, seed: 1, saliency: .fitting(now))
    let members = try dialogue.candidates(in: "Ending", using: theatre.library)

    #expect(members.map(\.name) == ["Ending.short", "Ending.long"])
    #expect((members[0].score?.total ?? 0) < (members[1].score?.total ?? 0))
  }
}
