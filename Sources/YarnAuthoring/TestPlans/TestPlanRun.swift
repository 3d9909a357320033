import YarnCompiler
import YarnRuntime

extension TestPlan {
  /// Runs a script against the plan.
  ///
  /// A run ends at its first failure, and the next one goes on with what the script remembers.
  /// Scripts that go in circles come to an end, because the dialogue itself bounds how long it
  /// says nothing.
  ///
  /// - Parameters:
  ///   - program: The compiled script.
  ///   - library: The functions that the script calls.
  ///   - locale: The language of the texts.
  /// - Returns: The failures; empty when the script does all that is expected.
  public func failures(
    in program: Program, using library: Library = HarnessFunctions.library, locale: String = "en"
  ) -> [TestPlanFailure] {
    var stage = TestPlanRun(
      dialogue: Dialogue(
        program: program, seed: 1, saliency: .bestLeastRecentlySeen, locale: locale),
      library: library)
    return runs.compactMap { stage.failure(in: $0) }
  }
}

/// A script while it is held against a plan.
private struct TestPlanRun {
  var dialogue: Dialogue
  let library: Library
  var offered: [Option]?

  /// Runs the steps and gives the first that the script does not fulfil.
  mutating func failure(in steps: [TestPlan.Step]) -> TestPlanFailure? {
    guard let first = steps.first else { return nil }
    offered = nil
    do {
      try dialogue.start(at: "Start")
    } catch {
      guard case .node = first.action else {
        return TestPlanFailure(line: first.line, expected: [first.action], seen: .error(error))
      }
    }
    var rest = steps[...]
    while let step = rest.popFirst() {
      if case .option = step.action {
        var options = [step]
        while let next = rest.first, case .option = next.action {
          options.append(next)
          rest.removeFirst()
        }
        if let failure = failure(ofOptions: options) { return failure }
      } else if let sight = mismatch(with: step.action) {
        return TestPlanFailure(line: step.line, expected: [step.action], seen: sight)
      }
    }
    return nil
  }

  private mutating func failure(ofOptions steps: [TestPlan.Step]) -> TestPlanFailure? {
    let expected = steps.map(\.action)
    let sight = nextSight()
    guard sight != .actions(expected) else { return nil }
    var line = steps[0].line
    if case .actions(let seen) = sight, seen.first?.isOption == true {
      let same = zip(expected, seen).prefix { $0 == $1 }.count
      line = steps[min(same, steps.count - 1)].line
    }
    return TestPlanFailure(line: line, expected: expected, seen: sight)
  }

  /// Does what a step says, or looks whether the script does; gives what happened instead.
  private mutating func mismatch(with action: TestPlan.Action) -> TestPlanFailure.Sight? {
    switch action {
    case .set(let name, let value): return set(name, to: value)
    case .saliency(let strategy): dialogue.saliency = strategy
    case .node(let node):
      offered = nil
      do { try dialogue.start(at: node) } catch { return .error(error) }
    case .select(let number): return select(number)
    case .line, .command, .stop, .option:
      let sight = nextSight()
      if action == .line(nil), case .actions(let seen) = sight, case .line? = seen.first {
        return nil
      }
      return sight == .actions([action]) ? nil : sight
    }
    return nil
  }

  private mutating func set(_ name: String, to value: Value) -> TestPlanFailure.Sight? {
    guard let type = dialogue.program.variableTypes[name] else {
      return .noVariable(
        nearest: NearestName.of(name, among: dialogue.program.variableTypes.keys.sorted()))
    }
    let isEnum = if case .enumeration = type { true } else { false }
    guard isEnum || type == value.type else { return .variableOfType(type) }
    dialogue.memory.variables[name] = value
    return nil
  }

  private mutating func select(_ number: Int) -> TestPlanFailure.Sight? {
    guard let options = offered else { return .noOptions }
    let available = options.filter(\.isAvailable).map { $0.index + 1 }
    guard number == 0 ? available.isEmpty : available.contains(number) else {
      return .noSuchOption(available: available)
    }
    do { try dialogue.choose(number == 0 ? nil : number - 1) } catch { return .error(error) }
    offered = nil
    return nil
  }

  /// The next event that a plan speaks of.
  private mutating func nextSight() -> TestPlanFailure.Sight {
    guard offered == nil else { return .waitingOptions }
    do {
      while true {
        switch try dialogue.next(using: library) {
        case .nodeStarted, .nodeCompleted: continue
        case .line(let line): return .actions([.line(line.fullText)])
        case .command(let command): return .actions([.command(command.text)])
        case .dialogueCompleted: return .actions([.stop])
        case .options(let options):
          offered = options
          return .actions(
            options.map { .option($0.line.fullText, isAvailable: $0.isAvailable) })
        }
      }
    } catch {
      return error.problem == .notRunning ? .nothing : .error(error)
    }
  }
}

extension TestPlan.Action {
  fileprivate var isOption: Bool {
    if case .option = self { return true }
    return false
  }
}
