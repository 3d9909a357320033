import Foundation
import Testing
import YarnCompiler
import YarnRuntime

@Suite(.enabled(if: Suites.arePresent, "the official cases are not here; set KITH_SUITES"))
struct `Official traces` {
  @Test(arguments: Suites.files(in: "traces", "jsonl"))
  func `are followed event by event`(trace: URL) throws {
    let name = String(trace.lastPathComponent.prefix { $0 != "." })
    let script = trace.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "plans/\(name).yarn")
    let compilation = OfficialHost.compile(try Suites.text(script), name: name)
    let program = try #require(compilation.program)
    let events = try Suites.cases("traces/" + trace.lastPathComponent, as: OfficialEvent.self)

    let found = try follow(events, in: program)
    #expect(
      (found == events.map(\.comparableWithTable)) == !KnownFailures.traces.contains(name),
      "\(found)")
  }

  private func follow(_ events: [OfficialEvent], in program: Program) throws -> [String] {
    var selections = events.compactMap { $0.ev == "select" ? $0.index : nil }
    var dialogue = Dialogue(program: program, seed: 1, saliency: .bestLeastRecentlySeen)
    var found: [String] = []
    try dialogue.start(at: "Start")
    while found.count < events.count {
      let event = try dialogue.next(using: OfficialHost.library)
      found += OfficialEvent.comparable(event)
      switch event {
      case .line(let line):
        let entry = try #require(program.lines[line.id])
        found[found.count - 1] += " ← \(entry.text) \(line.values)"
      case .options:
        let index = selections.isEmpty ? -1 : selections.removeFirst()
        found.append("select \(index)")
        try dialogue.choose(index < 0 ? nil : index)
      case .nodeStarted, .nodeCompleted, .command: break
      case .dialogueCompleted: return found
      }
    }
    return found
  }
}
