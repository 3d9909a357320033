import FoundationEssentials
import Testing
import YarnRuntime

@Suite struct `Content chosen by how it fits` {
  let source = """
    title: Start
    ---
    <<declare $sad = false>>
    <<detour Prompt>>
    ===
    title: Prompt
    subtitle: opening
    phase: initial
    focus: any
    depth: light
    when: always
    ---
    opening
    ===
    title: Prompt
    subtitle: loss
    phase: middle
    focus: grief | transition
    depth: deep
    when: always
    ---
    loss
    ===
    title: Prompt
    subtitle: weather
    phase: any
    when: always
    ---
    weather
    ===
    title: Prompt
    subtitle: low
    when: $sad
    ---
    low
    ===

    """

  private func order(_ situation: Situation, count: Int) throws -> [String] {
    let script = try Script(source: source)
    var dialogue = try script.dialogue(saliency: .fitting(situation))
    var seen: [String] = []
    for _ in 0..<count {
      try dialogue.start(at: "Start")
      seen += try script.play(&dialogue)
    }
    return seen
  }

  @Test(arguments: [
    (Situation(phase: "initial"), "opening"), (Situation(phase: "middle"), "loss"),
    (Situation(phase: "after"), "weather"), (Situation(focuses: ["grief"]), "loss"),
    (Situation(focuses: ["roles", "transition"]), "loss"),
    (Situation(focuses: ["roles"]), "opening"), (Situation(depth: "deep"), "loss"),
    (Situation(depth: "mid"), "opening"), (Situation(), "opening"),
  ])
  func `follows the headers`(situation: Situation, expected: String) throws {
    #expect(try order(situation, count: 1) == [expected])
  }

  @Test func `comes round when nothing else tells it apart`() throws {
    #expect(
      try order(Situation(), count: 6)
        == ["opening", "loss", "weather", "opening", "loss", "weather"])
  }

  @Test func `comes again while it fits much better`() throws {
    #expect(
      try order(Situation(phase: "middle", focuses: ["grief"]), count: 3)
        == ["loss", "loss", "loss"])
  }

  @Test func `can say why`() throws {
    let script = try Script(source: source)
    let situation = Situation(phase: "middle", focuses: ["roles", "grief"], depth: "mid")
    var dialogue = try script.dialogue(saliency: .fitting(situation))
    _ = try script.play(&dialogue)

    let candidates = try dialogue.candidates(in: "Prompt", using: Library())
    #expect(candidates.map(\.name) == ["Prompt.opening", "Prompt.loss", "Prompt.weather"])
    #expect(
      candidates.map { $0.score?.description } == [
        "-5.0: phase -8.0, recency 2.0, views 1.0",
        "10.5: phase 8.0, focus 2.0, views 0.5",
        "3.0: recency 2.0, views 1.0",
      ])
    #expect(
      candidates[1].score?.parts.map(\.points) == [8, 2, 0, 0, 0.5, 0])
    #expect(candidates.map(\.viewCount) == [0, 1, 0])
  }

  @Test func `counts conditions, and weighs as it is told`() throws {
    let script = try Script(source: source)
    var dialogue = try script.dialogue(
      saliency: .fitting(Situation(), SaliencyWeights(conditions: 3)))
    try dialogue.set("$sad", to: .bool(true))

    #expect(try script.play(&dialogue) == ["low"])
  }

  @Test func `can be an item of a line group, with hashtags for headers`() throws {
    let script = try Script("=> one #phase:initial\n=> two #phase:middle\n=> three")
    let middle = SaliencyStrategy.fitting(Situation(phase: "middle"))

    #expect(try script.play(saliency: middle) == ["two"])
  }

  @Test func `remembers the order of choices where they can be undone and saved`() throws {
    let script = try Script(source: source)
    var dialogue = try script.dialogue(saliency: .fitting(Situation(phase: "middle")))
    let before = dialogue.memory
    _ = try script.play(&dialogue)
    #expect(
      dialogue.memory.variables.values == [
        "$Yarn.Internal.Content.ViewCount.Prompt.loss": .number(1),
        "$Yarn.Internal.Content.LastView.Prompt.loss": .number(1),
        "$Yarn.Internal.Content.ViewOrder": .number(1),
      ])

    dialogue.memory = before
    #expect(try dialogue.candidates(in: "Prompt", using: Library())[1].viewCount == 0)
    let saved = try JSONEncoder().encode(dialogue.saved)
    let restored = try Dialogue(
      program: script.program, restoring: JSONDecoder().decode(SavedDialogue.self, from: saved))
    #expect(restored.saliency == .fitting(Situation(phase: "middle")))
  }

  @Test(arguments: [
    ("first", SaliencyStrategy.first), ("best", .best),
    ("best_least_recently_seen", .bestLeastRecentlySeen),
    ("random_best_least_recently_seen", .randomBestLeastRecentlySeen),
    ("fitting", .fitting(Situation())),
  ])
  func `has a name beside the other strategies`(name: String, strategy: SaliencyStrategy) throws {
    #expect(SaliencyStrategy(rawValue: name) == strategy)
    #expect(strategy.rawValue == name)
    let coded = try JSONDecoder().decode(
      [SaliencyStrategy].self, from: JSONEncoder().encode([strategy]))
    #expect(coded == [strategy])
  }
}
