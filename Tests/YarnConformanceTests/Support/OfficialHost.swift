import YarnCompiler
import YarnRuntime

/// The functions that the official test harness offers.
enum OfficialHost {
  struct AssertionFailed: Error {}

  /// The functions known when scripts are compiled.
  static var declared: Library {
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
    return library
  }

  /// The functions known when scripts run.
  static var library: Library {
    var library = declared
    library.register("dummy_bool", returns: .bool) { _ in .bool(true) }
    library.register("dummy_number", returns: .number) { _ in .number(1) }
    library.register("dummy_string", returns: .string) { _ in .string("string") }
    return library
  }

  static func compile(_ text: String, name: String, languageVersion: Int = 4) -> Compilation {
    Compiler(functions: declared.signatures, languageVersion: languageVersion)
      .compile([Source(name: name, text: text)])
  }
}
