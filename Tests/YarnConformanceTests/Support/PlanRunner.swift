import YarnRuntime

/// Runs a script against a test plan and tells the first thing that differs.
struct PlanRunner {
  let program: Program
  var memory: DialogueMemory?
  var saliency = SaliencyStrategy.bestLeastRecentlySeen

  init(_ program: Program) {
    self.program = program
  }

  mutating func difference(from plan: TestPlan) -> String? {
    for (index, run) in plan.runs.enumerated() {
      do {
        if let difference = try difference(fromRun: run) { return "run \(index): \(difference)" }
      } catch {
        return "run \(index): \(error)"
      }
    }
    return nil
  }

  private mutating func difference(fromRun steps: [TestPlan.Step]) throws -> String? {
    var dialogue = Dialogue(program: program, seed: 1, saliency: saliency)
    if let memory { dialogue.memory = memory }
    try dialogue.start(at: "Start")
    var index = 0
    defer { memory = dialogue.memory }
    while index < steps.count {
      switch steps[index] {
      case .set(let name, let value): dialogue.memory.variables[name] = value
      case .saliency(let strategy):
        saliency = strategy
        dialogue.saliency = strategy
      case .node(let node): try dialogue.start(at: node)
      case .select(let choice): try dialogue.choose(choice == 0 ? nil : choice - 1)
      case .option:
        var options: [TestPlan.Step] = []
        while index < steps.count, case .option = steps[index] {
          options.append(steps[index])
          index += 1
        }
        let found = try nextStep(&dialogue)
        if found != options { return "expected \(options), found \(found)" }
        continue
      case .line, .command, .stop:
        let found = try nextStep(&dialogue)
        if steps[index] == .line(nil), case .line? = found.first { break }
        if found != [steps[index]] { return "expected \(steps[index]), found \(found)" }
      }
      index += 1
    }
    return nil
  }

  /// The next event that a plan speaks of.
  private func nextStep(_ dialogue: inout Dialogue) throws -> [TestPlan.Step] {
    while true {
      switch try dialogue.next(using: OfficialHost.library) {
      case .nodeStarted, .nodeCompleted: continue
      case .line(let line): return [.line(line.fullText)]
      case .command(let command): return [.command(command.text)]
      case .dialogueCompleted: return [.stop]
      case .options(let options):
        return options.map { .option($0.line.fullText, isAvailable: $0.isAvailable) }
      }
    }
  }
}
