import FoundationEssentials

extension Measure {
  /// Adds up a response.
  ///
  /// - Parameters:
  ///   - response: The answers.
  ///   - form: The measure's form.
  /// - Returns: The score; `nil` unless every question that counts is answered.
  public func score(of response: QuestionnaireResponse, to form: Questionnaire) -> Score? {
    Score(of: items, in: response, to: form)
  }

  /// Puts the score into a response, as the answer to the item that holds it.
  ///
  /// - Parameters:
  ///   - response: The answers.
  ///   - form: The measure's form.
  /// - Returns: The response with the score; without one where there is none.
  public func scored(_ response: QuestionnaireResponse, to form: Questionnaire)
    -> QuestionnaireResponse
  {
    var copy = response.removing([score])
    guard let total = score(of: response, to: form)?.total else { return copy }
    copy.setAnswers([.integer(total)], at: ItemPath([ItemPath.Step(linkID: score)]))
    return copy.arranged(by: form)
  }

  /// Finds the band of a score.
  ///
  /// - Parameter total: The score.
  /// - Returns: The band; `nil` for a score that cannot be.
  public func band(for total: Int) -> Band? {
    bands.first { ($0.from...$0.to).contains(total) }
  }

  /// Tells which way a score has moved.
  ///
  /// - Parameters:
  ///   - earlier: The score before.
  ///   - later: The score after.
  /// - Returns: `nil` where no source says how large a move has to be.
  public func change(from earlier: Int, to later: Int) -> Change? {
    guard let reliableChange else { return nil }
    let gain = direction == .higherIsBetter ? later - earlier : earlier - later
    if gain >= reliableChange.points { return .better }
    return -gain >= reliableChange.points ? .worse : .same
  }

  /// Whether an answer calls for care, whatever the score.
  ///
  /// - Parameters:
  ///   - response: The answers.
  ///   - form: The measure's form.
  /// - Returns: `true` when the safety question has more points than call for nothing.
  public func callsForCare(_ response: QuestionnaireResponse, to form: Questionnaire) -> Bool {
    guard let safety, let item = form.item(safety.linkID) else { return false }
    return response.answers(to: safety.linkID).compactMap(item.points).contains {
      $0 > Decimal(safety.above)
    }
  }
}
