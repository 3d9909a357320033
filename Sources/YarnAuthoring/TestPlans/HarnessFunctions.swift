import YarnRuntime

/// The functions that Yarn Spinner's own test harness offers to scripts.
///
/// Scripts written to be tested call them, so whoever runs such scripts offers them too.
public enum HarnessFunctions {
  /// Why `assert` ended a script.
  struct AssertionFailed: Error {}

  /// What the functions that are known when scripts are compiled take and give.
  ///
  /// The compiler has to find the types of `dummy_bool`, `dummy_number` and `dummy_string` itself,
  /// so those are not among them.
  public static var signatures: [String: FunctionSignature] {
    [
      "assert": FunctionSignature([.bool], returns: .bool),
      "add_three_operands": FunctionSignature([.number, .number, .number], returns: .number),
      "set_objective_complete": FunctionSignature([.string], returns: .bool),
      "is_objective_active": FunctionSignature([.string], returns: .bool),
      "get_quest_status": FunctionSignature([.string], returns: .string),
    ]
  }

  /// The standard functions and all of the harness's, for running scripts.
  public static var library: Library {
    var library = Library()
    library.register("assert", parameters: [.bool], returns: .bool) {
      guard $0 == [.bool(true)] else { throw AssertionFailed() }
      return .bool(true)
    }
    library.register(
      "add_three_operands", parameters: [.number, .number, .number], returns: .number
    ) {
      var sum: Float = 0
      for case .number(let number) in $0 { sum += number }
      return .number(sum)
    }
    library.register("set_objective_complete", parameters: [.string], returns: .bool) { _ in
      .bool(true)
    }
    library.register("is_objective_active", parameters: [.string], returns: .bool) { _ in
      .bool(true)
    }
    library.register("get_quest_status", parameters: [.string], returns: .string) { _ in
      .string("InProgress")
    }
    library.register("dummy_bool", returns: .bool) { _ in .bool(true) }
    library.register("dummy_number", returns: .number) { _ in .number(1) }
    library.register("dummy_string", returns: .string) { _ in .string("string") }
    return library
  }
}
