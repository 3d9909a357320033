import Foundation
import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite(.enabled(if: Suites.arePresent, "the official cases are not here; set KITH_SUITES"))
struct `An explorer's word that something is never reached` {
  @Test func `holds for every random program however it is played`() throws {
    var completeCount = 0
    for official in try Suites.cases("programs.jsonl", as: OfficialProgram.self) {
      let compilation = OfficialHost.compile(official.source, name: official.name)
      let program = try #require(compilation.program)
      let choices = [official.choices.choices] + (1...4).map { .seed($0) }
      let check = try broken(program, playing: choices)
      if check.isComplete { completeCount += 1 }
      #expect(check.said.isEmpty, "\(official.name)")
    }
    #expect(completeCount > 0)
  }

  @Test(arguments: Suites.files(in: "plans", "yarn"))
  func `holds for every official script however it is played`(script: URL) throws {
    let compilation = OfficialHost.compile(
      try Suites.text(script), name: script.lastPathComponent)
    let program = try #require(compilation.program)
    guard program.nodes["Start"] != nil else { return }
    let check = try broken(program, playing: (1...20).map { .seed($0) })
    #expect(check.said.isEmpty)
  }

  /// Plays a program in many ways and collects what is said although it should never be.
  private func broken(
    _ program: Program, playing choices: [TraceChoices]
  ) throws -> (said: Set<String>, isComplete: Bool) {
    var explorer = Explorer(program)
    explorer.mostStates = 5000
    let exploration = try explorer.explore(from: ["Start"])
    guard exploration.isComplete else { return ([], false) }
    let never = Set(exploration.findings.compactMap(\.lineID))
    let dead = Set(
      exploration.findings.filter {
        $0.kind == .nodeNeverReached || $0.kind == .memberNeverSelected
      }
      .map(\.node))
    var broken: Set<String> = []
    for saliency in [SaliencyStrategy.bestLeastRecentlySeen, .randomBestLeastRecentlySeen] {
      for choices in choices {
        var dialogue = Dialogue(program: program, seed: 1, saliency: saliency)
        try dialogue.start(at: "Start")
        var tracer = Tracer(dialogue, choices: choices, library: OfficialHost.library)
        broken.formUnion(try reached(by: &tracer).intersection(never.union(dead)))
      }
    }
    return (broken, true)
  }

  private func reached(by tracer: inout Tracer) throws -> Set<String> {
    var reached: Set<String> = []
    var count = 0
    do {
      while count < 2000, let events = try tracer.next() {
        for event in events {
          count += 1
          switch event {
          case .line(let id, _, _, _): reached.insert(id)
          case .nodeStart(let name): reached.insert(name)
          default: continue
          }
        }
      }
    } catch {
      // A script may end in an error of its own; what it said before counts.
    }
    return reached
  }
}
