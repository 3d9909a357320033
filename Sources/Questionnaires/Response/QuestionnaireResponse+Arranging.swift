extension QuestionnaireResponse {
  /// The response in the order of its form, without anything empty.
  ///
  /// Answers to items the form does not know stay, at the end of the group they are in.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - paths: The places whose answers are kept; `nil` keeps all.
  /// - Returns: The same answers, arranged.
  func arranged(by questionnaire: Questionnaire, keeping paths: Set<ItemPath>?)
    -> QuestionnaireResponse
  {
    var copy = self
    copy.items = Self.arrange(items, by: questionnaire.items, below: ItemPath(), keeping: paths)
    return copy
  }

  private static func arrange(
    _ answered: [Item], by items: [Questionnaires.Item], below path: ItemPath,
    keeping paths: Set<ItemPath>?
  ) -> [Item] {
    let known = items.flatMap { item in
      answered.filter { $0.linkID == item.linkID }.enumerated().compactMap {
        index, found -> Item? in
        let place = path.appending(item.linkID, index)
        guard paths?.contains(place) ?? true else { return nil }
        return arrange(found, by: item, at: path, index, keeping: paths)
      }
    }
    let names = Set(items.map(\.linkID))
    return known + answered.filter { !names.contains($0.linkID) }
  }

  private static func arrange(
    _ found: Item, by item: Questionnaires.Item, at path: ItemPath, _ index: Int,
    keeping paths: Set<ItemPath>?
  ) -> Item? {
    var copy = found
    copy.items = arrange(
      found.items, by: item.items, below: path.appending(item.linkID, index), keeping: paths)
    for answer in found.answers.indices {
      copy.answers[answer].items = arrange(
        found.answers[answer].items, by: item.items, below: path.appending(item.linkID, answer),
        keeping: paths)
    }
    return copy.items.isEmpty && copy.answers.isEmpty ? nil : copy
  }
}
