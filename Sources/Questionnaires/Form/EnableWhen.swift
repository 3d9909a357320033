/// One condition on the answer to another question.
public struct EnableWhen: Equatable, Sendable {
  /// How the answer and the expected value are compared.
  public enum Operator: String, Sendable {
    /// The question is answered, or is not.
    case exists
    /// Some answer is the same.
    case equals = "="
    /// No answer is the same.
    case notEquals = "!="
    /// Some answer is greater.
    case greaterThan = ">"
    /// Some answer is smaller.
    case lessThan = "<"
    /// Some answer is greater or the same.
    case atLeast = ">="
    /// Some answer is smaller or the same.
    case atMost = "<="
  }

  /// The question that is looked at.
  public var question: LinkID
  /// How it is looked at.
  public var comparison: Operator
  /// What its answer is compared with.
  public var expected: AnswerValue

  /// Makes a condition.
  public init(question: LinkID, comparison: Operator, expected: AnswerValue) {
    self.question = question
    self.comparison = comparison
    self.expected = expected
  }

  /// Reads an element of `enableWhen`.
  ///
  /// A value that cannot be read is the same as nothing, so that its condition does not hold.
  init?(_ json: JSONValue) {
    guard let question = json["question"]?.string,
      let comparison = json["operator"]?.string.flatMap(Operator.init)
    else { return nil }
    let expected = AnswerValue("answer", in: json) ?? Self.misnamedDate(json) ?? .unsupported("")
    self.init(question: LinkID(question), comparison: comparison, expected: expected)
  }

  /// A date whose member is named after another type, as some tools write it.
  private static func misnamedDate(_ json: JSONValue) -> AnswerValue? {
    let text = json["answerInteger"]?.string ?? json["answerDecimal"]?.string
    return text.flatMap { PartialDate($0) }.map(AnswerValue.date)
  }

  /// Tells whether the condition holds.
  ///
  /// R4 is unclear about `!=`; the later clarification counts: true if no answer is equal, so also
  /// where there is none. Dates of which too little is known to decide count as true.
  ///
  /// - Parameter answers: The answers to the question; none when it is unanswered or disabled.
  /// - Returns: `true` when it holds.
  public func holds(for answers: [AnswerValue]) -> Bool {
    switch comparison {
    case .exists: return expected == .boolean(!answers.isEmpty)
    case .equals: return answers.contains { $0.isSame(as: expected) }
    case .notEquals: return !answers.contains { $0.isSame(as: expected) }
    case .greaterThan: return holds(for: answers) { $0 == .greater }
    case .lessThan: return holds(for: answers) { $0 == .less }
    case .atLeast: return holds(for: answers) { $0 != .less }
    case .atMost: return holds(for: answers) { $0 != .greater }
    }
  }

  private func holds(for answers: [AnswerValue], where test: (AnswerValue.Order) -> Bool) -> Bool {
    answers.contains { answer in
      guard let order = answer.order(to: expected) else { return false }
      return order == .unknown || test(order)
    }
  }
}

/// How the conditions of an item are joined.
public enum EnableBehavior: String, Sendable {
  /// Every condition has to hold.
  case all
  /// One condition has to hold.
  case any
}
