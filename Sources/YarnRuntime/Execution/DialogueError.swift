/// Why a dialogue cannot go on.
public enum DialogueError: Error, Equatable, Sendable {
  /// No node has this name.
  case unknownNode(String)

  /// The dialogue was not started, or has ended.
  case notRunning

  /// Options wait for `choose(_:)`.
  case choiceExpected

  /// `choose(_:)` was called when no options were offered.
  case noChoiceExpected

  /// The chosen option does not exist or is not available.
  case optionUnavailable(Int)

  /// No function with this name was given to `next(using:)`.
  case unknownFunction(String)

  /// A function could not work with what it was given.
  case functionFailed(String)

  /// A variable has no value and no declaration.
  case unknownVariable(String)

  /// The host stored a value of the wrong type.
  case typeMismatch(operation: String)

  /// The right side of `%` was zero.
  case divisionByZero

  /// A node runs in circles without ever saying anything.
  case endlessLoop(node: String)

  /// Detours are nested too deep.
  case stackOverflow(node: String)
}

extension DialogueError: CustomStringConvertible {
  /// What is wrong and what to do, without any word of the person.
  public var description: String {
    switch self {
    case .unknownNode(let name): "no node is called ‘\(name)’; check the jump or detour"
    case .notRunning: "the dialogue is not running; start it at a node first"
    case .choiceExpected: "options are waiting; choose one before going on"
    case .noChoiceExpected: "no options are waiting; go on without choosing"
    case .optionUnavailable(let index):
      "option \(index) cannot be chosen; choose one that is offered and available"
    case .unknownFunction(let name): "no function is called ‘\(name)’; register it in the library"
    case .functionFailed(let name): "the function ‘\(name)’ cannot use the values it was given"
    case .unknownVariable(let name): "the variable ‘\(name)’ has no value; declare it"
    case .typeMismatch(let operation):
      "‘\(operation)’ was given a value of the wrong type; check what the host stores"
    case .divisionByZero: "the right side of ‘%’ is zero; guard it with a condition"
    case .endlessLoop(let node):
      "the node ‘\(node)’ goes round in circles without a line; break the loop"
    case .stackOverflow(let node):
      "the detour to ‘\(node)’ is nested too deep; check for detours that call each other"
    }
  }
}
