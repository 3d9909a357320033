import Questionnaires

extension QuestionnaireResponse {
  /// Whether nothing was answered.
  var isEmpty: Bool { items.allSatisfy(\.isEmpty) }

  /// Marks the response as complete, or as changed where it had been complete before.
  ///
  /// - Parameter authored: When the sitting began, as RFC 3339 writes it.
  mutating func complete(authored: String) {
    if status != .amended, status != .stopped { status = .completed }
    self.authored = authored
  }
}

extension QuestionnaireResponse.Item {
  fileprivate var isEmpty: Bool { answers.isEmpty && items.allSatisfy(\.isEmpty) }
}
