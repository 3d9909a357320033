/// Why a dialogue cannot go on, and where in the scripts.
public struct DialogueError: Error, Equatable, Sendable {
  /// What is wrong.
  public var problem: Problem

  /// The statement that was running; `nil` when the host asked for something impossible.
  public var place: ScriptPlace?

  /// Creates an error.
  public init(_ problem: Problem, at place: ScriptPlace? = nil) {
    self.problem = problem
    self.place = place
  }
}

extension DialogueError {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
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

    /// The host set a variable to a value that its type does not allow.
    case wrongType(variable: String, expected: ValueType)

    /// The host set a variable to a value that is no case of its enum.
    case noSuchCase(variable: String, of: String)

    /// The host set a smart variable, which is worked out whenever it is read.
    case readOnlyVariable(String)

    /// A value has a type that the operation cannot use; only a host can have stored it.
    case typeMismatch(operation: String)

    /// The right side of `%` was zero.
    case divisionByZero

    /// A node runs in circles without ever saying anything.
    case endlessLoop(node: String)

    /// Detours are nested too deep.
    case stackOverflow(node: String)

    /// Smart variables depend on each other through too many steps, or on themselves.
    case smartVariableTooDeep(String)

    /// The dialogue was asked for a node group that the program does not have.
    case noNodeGroup(String)
  }
}

extension DialogueError: CustomStringConvertible {
  /// What is wrong, where, and what to do, without any word of the person.
  public var description: String {
    place.map { "\($0): \(problem)" } ?? "\(problem)"
  }

  /// The same error with a place, unless it has one.
  func located(at place: ScriptPlace?) -> DialogueError {
    DialogueError(problem, at: self.place ?? place)
  }
}

extension DialogueError.Problem: CustomStringConvertible {
  /// What is wrong and what to do.
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
    case .wrongType(let name, let expected):
      "the variable ‘\(name)’ holds values of the type \(expected); set it to one of those"
    case .noSuchCase(let name, let type):
      "the variable ‘\(name)’ was set to a value that is no case of the enum ‘\(type)’; use one"
    case .readOnlyVariable(let name):
      "the smart variable ‘\(name)’ is worked out at every reading; set what it depends on"
    case .typeMismatch(let operation):
      "‘\(operation)’ was given a value of the wrong type; check what the host stores"
    case .divisionByZero: "the right side of ‘%’ is zero; guard it with a condition"
    case .endlessLoop(let node):
      "the node ‘\(node)’ goes round in circles without a line; break the loop"
    case .stackOverflow(let node):
      "the detour to ‘\(node)’ is nested too deep; check for detours that call each other"
    case .smartVariableTooDeep(let name):
      "the smart variable ‘\(name)’ takes too many steps to work out; make its parts simpler"
    case .noNodeGroup(let name): "no node group is called ‘\(name)’; check its nodes’ titles"
    }
  }
}
