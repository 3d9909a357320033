/// A fault in a YAML file of the content, with the place where its author can mend it.
public struct YAMLFault: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The text is not YAML; with the parser's words.
    case syntax(String)
    /// The file holds nothing.
    case empty
    /// The aliases stand for far more values than anybody would write out.
    case tooManyValues
    /// Lists and maps lie in one another too deeply.
    case tooDeep
    /// The same key occurs twice in one map.
    case duplicateKey(String)
    /// A key that means nothing here; with the known one that looks most like it.
    case unknownKey(String, nearest: String?)
    /// A key that has to be here is not.
    case missingKey(String)
    /// A value is not a map.
    case notAMap
    /// A value is not a list.
    case notAList
    /// A value is not one word or text.
    case notAScalar
    /// A key has nothing behind it.
    case noValue(String)
    /// A value is not of the type its element has.
    case wrongType(key: String, expected: ScalarType)
    /// A value is none of those possible.
    case notOneOf(key: String, allowed: [String])
    /// A short key does not fit the type of the item it stands on.
    case unfitting(key: String, type: String)
    /// The document is not a questionnaire, or not JSON.
    case questionnaire(String)
  }

  /// What is wrong.
  public var problem: Problem
  /// The file as the author knows it.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1.
  public var column: Int

  /// Makes a fault.
  public init(_ problem: Problem, file: String, line: Int, column: Int) {
    self.problem = problem
    self.file = file
    self.line = line
    self.column = column
  }
}

extension YAMLFault: CustomStringConvertible {
  /// One line in the form compilers use, so that editors can jump to it.
  public var description: String { "\(file):\(line):\(column): error: \(message)" }

  /// What is wrong and what to do, without the place.
  var message: String {
    switch problem {
    case .syntax(let words): "this is not YAML: \(words)"
    case .empty: "the file is empty"
    case .tooManyValues: "the aliases stand for too many values; write out what is needed"
    case .tooDeep: "lists and maps lie more than \(YAMLReader.depthLimit) levels deep"
    case .duplicateKey(let key): "the key ‘\(key)’ occurs twice in this map; keep one"
    case .unknownKey(let key, nearest: let nearest?):
      "the key ‘\(key)’ is not known here; did you mean ‘\(nearest)’?"
    case .unknownKey(let key, nearest: nil): "the key ‘\(key)’ is not known here"
    case .missingKey(let key): "the key ‘\(key)’ is missing"
    case .notAMap: "a map of keys and values is needed here"
    case .notAList: "a list is needed here; begin each element with ‘- ’"
    case .notAScalar: "a single value is needed here, not a list or a map"
    case .noValue(let key): "‘\(key)’ has no value; give it one or take it out"
    case .wrongType(let key, let expected): "‘\(key)’ has to be \(expected.words)"
    case .notOneOf(let key, let allowed):
      "‘\(key)’ has to be one of: \(allowed.joined(separator: ", "))"
    case .unfitting(let key, let type): "‘\(key)’ does not fit an item of type ‘\(type)’"
    case .questionnaire(let words): words
    }
  }
}
