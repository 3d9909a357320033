import FoundationEssentials

/// What the answers to some questions add up to.
///
/// There is no score for an incomplete form: the sum of what happens to be answered looks like a
/// result and is none.
public struct Score: Equatable, Sendable {
  /// The sum.
  public let total: Int

  /// Adds up the answers to some questions.
  ///
  /// A choice counts its weight, a number counts itself. There is no score unless every question
  /// has exactly one answer that counts something, and the sum is a whole number.
  ///
  /// - Parameters:
  ///   - items: The questions that count.
  ///   - response: The answers.
  ///   - questionnaire: The form, which holds the weights.
  public init?(
    of items: [LinkID], in response: QuestionnaireResponse, to questionnaire: Questionnaire
  ) {
    var sum = Decimal(0)
    for linkID in items {
      let answers = response.answers(to: linkID)
      guard let answer = answers.first, answers.count == 1,
        let points = questionnaire.item(linkID)?.points(for: answer)
      else { return nil }
      sum += points
    }
    guard !items.isEmpty, let total = Int(sum.description) else { return nil }
    self.total = total
  }
}

extension Item {
  /// Finds what an answer counts in a score.
  ///
  /// - Parameter answer: An answer to this item.
  /// - Returns: The weight of a choice or the number itself; `nil` where it counts nothing.
  public func points(for answer: AnswerValue) -> Decimal? {
    guard options.isEmpty else { return options.first { $0.matches(answer) }?.weight }
    return answer.number
  }
}
