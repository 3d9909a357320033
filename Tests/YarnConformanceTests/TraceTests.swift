import Foundation
import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite(.enabled(if: Suites.arePresent, "the official cases are not here; set KITH_SUITES"))
struct `Official traces` {
  @Test(arguments: Suites.files(in: "traces", "jsonl"))
  func `are followed event by event, down to the ids that lines are given`(trace: URL) throws {
    let name = String(trace.lastPathComponent.prefix { $0 != "." })
    let script = trace.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "plans/\(name).yarn")
    let compilation = OfficialHost.compile(try Suites.text(script), name: name + ".yarn")
    let program = try #require(compilation.program)
    let events = try Suites.cases("traces/" + trace.lastPathComponent, as: OfficialEvent.self)
    var dialogue = Dialogue(program: program, seed: 1, saliency: .bestLeastRecentlySeen)
    try dialogue.start(at: "Start")

    // All of them were recorded with the seed 1.
    let difference = events.difference(
      from: Tracer(dialogue, choices: .seed(1), library: OfficialHost.library))
    #expect((difference == nil) == !KnownFailures.traces.contains(name), "\(difference ?? "")")
  }
}
