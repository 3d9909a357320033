import YarnRuntime

/// A step of a test plan that a script did not fulfil.
public struct TestPlanFailure: Equatable, Sendable {
  /// What came where something else was expected.
  public enum Sight: Equatable, Sendable {
    /// A line, a command, options or the end.
    case actions([TestPlan.Action])

    /// Nothing: the dialogue had ended before.
    case nothing

    /// Options that are still waiting for a `select:`.
    case waitingOptions

    /// No options to select from.
    case noOptions

    /// An option that is not among those offered, or that is not available.
    case noSuchOption(available: [Int])

    /// No variable with the name that is to be set.
    case noVariable(nearest: String?)

    /// A value of another type.
    case variableOfType(ValueType)

    /// The script cannot go on.
    case error(DialogueError)
  }

  /// The line of the plan, counted from 1.
  public var line: Int

  /// What the plan says: one action, or options that stand together.
  public var expected: [TestPlan.Action]

  /// What happened instead.
  public var seen: Sight
}

extension TestPlanFailure: CustomStringConvertible {
  /// What was expected and what was seen, in two or more lines.
  public var description: String {
    "  expected: \(Self.list(expected))\n  seen:     \(seen)"
  }

  fileprivate static func list(_ actions: [TestPlan.Action]) -> String {
    actions.map(\.description).joined(separator: "\n            ")
  }
}

extension TestPlanFailure.Sight: CustomStringConvertible {
  /// What happened, in words; expectations are written as plans write them.
  public var description: String {
    switch self {
    case .actions(let actions): TestPlanFailure.list(actions)
    case .nothing: "nothing; the dialogue had ended"
    case .waitingOptions: "options that wait for a ‘select:’"
    case .noOptions: "no options"
    case .noSuchOption(available: []): "options of which none is available"
    case .noSuchOption(let available):
      "only these can be chosen: \(available.map(String.init).joined(separator: ", "))"
    case .noVariable(let nearest):
      "no variable with this name" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .variableOfType(let type): "a variable of the type \(type)"
    case .error(let error): "an error: \(error)"
    }
  }
}

extension TestPlan.Action: CustomStringConvertible {
  /// The action as a plan writes it.
  public var description: String {
    switch self {
    case .line(let text): text.map { "line: `\($0)`" } ?? "line: *"
    case .option(let text, let isAvailable):
      "option: `\(text)`" + (isAvailable ? "" : " [disabled]")
    case .command(let text): "command: `\(text)`"
    case .stop: "stop"
    case .select(let number): "select: \(number)"
    case .set(let name, .string(let text)): "set: \(name) = \"\(text)\""
    case .set(let name, .bool(let bool)): "set: \(name) = \(bool)"
    case .set(let name, let value): "set: \(name) = \(value.text)"
    case .saliency(let strategy): "saliency: \(strategy.rawValue)"
    case .node(let name): "node: \(name)"
    }
  }
}
