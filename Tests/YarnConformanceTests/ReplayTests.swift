import Foundation
import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite struct `Every script` {
  /// A script with what is needed to play it.
  struct Play {
    var name: String
    var program: Program
    var library: Library
    var start: String
    var seed: UInt32
    var saliency = SaliencyStrategy.randomBestLeastRecentlySeen

    func dialogue() throws -> Dialogue {
      var dialogue = Dialogue(program: program, seed: UInt64(seed), saliency: saliency)
      try dialogue.start(at: start)
      return dialogue
    }

    /// A reply to options, the same whenever the same options are offered.
    func reply(to options: [Option], _ count: Int) -> Int? {
      let open = options.filter(\.isAvailable).map(\.index)
      return open.isEmpty ? nil : open[(Int(seed >> 3) + count) % open.count]
    }
  }

  /// The events up to the next one that waits for a reply, or the end; none after the end.
  private func next(_ dialogue: inout Dialogue, _ play: Play) throws -> [Event] {
    var events: [Event] = []
    while events.count < 200 {
      events.append(try dialogue.next(using: play.library))
      if case .options = events.last { break }
      if events.last == .dialogueCompleted { break }
    }
    return events
  }

  @Test func `gives the same next step when its replies are replayed`() throws {
    var count = 0
    for play in try plays() {
      var lived = try play.dialogue()
      var replies: [Int?] = []
      while replies.count < 40 {
        let step = try next(&lived, play)
        var replayed = try play.dialogue()
        for reply in replies {
          _ = try next(&replayed, play)
          try replayed.choose(reply)
        }
        #expect(try next(&replayed, play) == step, "\(play.name), \(replies)")
        #expect(replayed.saved == lived.saved, "\(play.name), \(replies)")
        count += 1
        guard case .options(let options) = step.last else { break }
        replies.append(play.reply(to: options, replies.count))
        try lived.choose(replies[replies.count - 1])
      }
    }
    #expect(count > 60)
  }

  @Test func `goes on from what was saved at any event`() throws {
    for play in try plays() {
      var lived = try play.dialogue()
      var resumed = lived
      for count in 0..<200 {
        resumed = try through(resumed)
        let event = try lived.next(using: play.library)
        #expect(try resumed.next(using: play.library) == event, "\(play.name), event \(count)")
        if event == .dialogueCompleted { break }
        guard case .options(let options) = event else { continue }
        resumed = try through(resumed)
        #expect(resumed.waitingOptions == options, "\(play.name), event \(count)")
        let reply = play.reply(to: options, count)
        try lived.choose(reply)
        try resumed.choose(reply)
      }
      #expect(resumed.saved == lived.saved, "\(play.name)")
    }
  }

  private func through(_ dialogue: Dialogue) throws -> Dialogue {
    let saved = try JSONDecoder().decode(
      SavedDialogue.self, from: JSONEncoder().encode(dialogue.saved))
    return try Dialogue(program: dialogue.program, restoring: saved)
  }
}

extension `Every script` {
  /// Every official plan, every random program, and every node of the content that starts alone.
  private func plays() throws -> [Play] {
    var plays: [Play] = []
    for (index, script) in Suites.files(in: "plans", "yarn").enumerated() {
      let name = script.lastPathComponent
      guard let program = OfficialHost.compile(try Suites.text(script), name: name).program
      else { continue }
      plays.append(
        Play(
          name: name, program: program, library: OfficialHost.library, start: "Start",
          seed: UInt32(index)))
    }
    for (index, random) in try Suites.cases("programs.jsonl", as: OfficialProgram.self).enumerated()
    where Suites.arePresent {
      guard let program = OfficialHost.compile(random.source, name: random.name).program
      else { continue }
      plays.append(
        Play(
          name: random.name, program: program, library: OfficialHost.library, start: "Start",
          seed: UInt32(index), saliency: SaliencyStrategy(rawValue: random.saliency) ?? .first))
    }
    return plays + (try contentPlays())
  }

  private func contentPlays() throws -> [Play] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Content")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let sources = try names.filter { $0.hasSuffix(".yarn") }.map {
      Source(name: $0, text: try Suites.text(folder.appending(path: $0)))
    }
    let definitions = try ScriptDefinitions(
      json: Suites.text(folder.appending(path: "kith.ysls.json")), file: "kith.ysls.json")
    let program = try #require(
      Compiler(functions: definitions.functions).compile(sources).program)
    var library = Library()
    library.addStandIns(for: definitions.functions)
    return program.nodes.keys.sorted().enumerated().map { index, node in
      Play(name: node, program: program, library: library, start: node, seed: UInt32(index))
    }
  }
}
