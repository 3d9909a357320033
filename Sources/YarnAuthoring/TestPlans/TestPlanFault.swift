/// A line of a test plan that cannot be read.
public struct TestPlanFault: Error, Equatable, Sendable {
  /// What is wrong with it.
  public enum Problem: Equatable, Sendable {
    /// No step begins with this word.
    case unknownStep(String, nearest: String?)

    /// The text between backquotes is missing, or its second backquote.
    case missingText(step: String)

    /// A step has more on its line than belongs there.
    case trailingText(String)

    /// `select:` is followed by no whole number from 0.
    case noNumber

    /// `set:` is not of the form `$variable = value`.
    case noAssignment

    /// `saliency:` is followed by no known strategy.
    case unknownStrategy(String, nearest: String?)

    /// `node:` is followed by no name.
    case noName
  }

  /// What is wrong.
  public var problem: Problem

  /// The name of the file.
  public var file: String

  /// The line, counted from 1.
  public var line: Int

  /// The column in UTF-16 units, counted from 1.
  public var column: Int
}

extension TestPlanFault: CustomStringConvertible {
  /// One line in the form compilers use, so that editors can jump to it.
  public var description: String { "\(file):\(line):\(column): error: \(message)" }

  private var message: String {
    switch problem {
    case .unknownStep(let word, let nearest):
      "no step is called ‘\(word)’"
        + (nearest.map { "; did you mean ‘\($0)’?" } ?? "; steps are \(Self.steps)")
    case .missingText(let step):
      "‘\(step):’ needs its text between two backquotes"
    case .trailingText(let text):
      "‘\(text)’ does not belong here; a remark begins with ‘#’"
    case .noNumber:
      "‘select:’ needs the number of an option, counted from 1, or 0 for none"
    case .noAssignment:
      "‘set:’ needs ‘$variable = value’ with true, false, a number or a \"text\""
    case .unknownStrategy(let name, let nearest):
      "no saliency strategy is called ‘\(name)’"
        + (nearest.map { "; did you mean ‘\($0)’?" } ?? "")
    case .noName:
      "‘node:’ needs the name of a node"
    }
  }

  static let steps = "line, option, command, stop, select, set, saliency and node"
}

/// Every line of a test plan that cannot be read.
public struct TestPlanFaults: Error, Equatable, Sendable {
  /// The faults in the order of the file; there is one at least.
  public var faults: [TestPlanFault]
}

extension TestPlanFaults: CustomStringConvertible {
  /// The faults, one a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
