import Synchronization
import YarnAuthoring
import YarnRuntime

/// Functions that a script calls and that only the author can answer for, with what was answered.
///
/// A call that nobody answered yet fails, and is remembered; whoever runs the script then asks,
/// and lets the script try again.
final class AskedFunctions: Sendable {
  /// A function with what it was given.
  struct Call: Hashable, Sendable {
    var name: String
    var arguments: [Value]
    var returns: ValueType
  }

  private struct Unanswered: Error {}

  private struct Answers {
    var values: [Call: Value] = [:]
    var missing: Call?
  }

  private let answers = Mutex(Answers())

  /// Makes a library in which declared functions ask.
  ///
  /// - Parameter signatures: The functions that are declared and that nobody carries out.
  /// - Returns: They, the standard functions, and those of the test harness.
  func library(for signatures: [String: FunctionSignature]) -> Library {
    var library = HarnessFunctions.library
    for (name, signature) in signatures where library.signatures[name] == nil {
      library.register(
        name, parameters: signature.parameters, variadic: signature.variadic,
        returns: signature.returns
      ) { [self] arguments in
        try value(of: Call(name: name, arguments: arguments, returns: signature.returns))
      }
    }
    return library
  }

  private func value(of call: Call) throws -> Value {
    try answers.withLock { answers in
      if let value = answers.values[call] { return value }
      answers.missing = call
      throw Unanswered()
    }
  }

  /// The call that failed because nobody answered it yet; asking forgets it.
  func takeMissing() -> Call? {
    answers.withLock { answers in
      defer { answers.missing = nil }
      return answers.missing
    }
  }

  /// Remembers what a call gives from here on.
  func answer(_ call: Call, with value: Value) {
    answers.withLock { $0.values[call] = value }
  }
}

extension AskedFunctions.Call {
  /// The call as scripts write it.
  var text: String { "\(name)(\(arguments.map(\.literal).joined(separator: ", ")))" }

  /// What kind of answer is wanted, in a word.
  var wanted: String {
    switch returns {
    case .number: "a number"
    case .bool: "true or false"
    case .string, .any, .enumeration: "text"
    }
  }

  /// Reads a typed answer; `nil` when it is not of the kind that is wanted.
  func value(typed: String) -> Value? {
    switch returns {
    case .number: return Float(typed.trimmed).map(Value.number)
    case .bool:
      switch typed.trimmed.lowercased() {
      case "true", "t", "yes", "y": return .bool(true)
      case "false", "f", "no", "n": return .bool(false)
      default: return nil
      }
    case .string, .any, .enumeration: return .string(typed.trimmed)
    }
  }
}

extension Value {
  /// The value as scripts write it.
  var literal: String {
    switch self {
    case .string(let text): "\"\(text)\""
    case .bool(let bool): bool ? "true" : "false"
    case .number: text
    }
  }
}
