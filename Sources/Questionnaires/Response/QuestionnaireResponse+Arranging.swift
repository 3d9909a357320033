extension QuestionnaireResponse {
  /// The response in the order of its form, without anything empty.
  ///
  /// Answers to items the form does not know stay, at the end of the group they are in.
  ///
  /// - Parameter questionnaire: The form.
  /// - Returns: The same answers, arranged.
  func arranged(by questionnaire: Questionnaire) -> QuestionnaireResponse {
    Arrangement(form: questionnaire.index, left: nil).arranged(self)
  }

  /// The response as it is when it is complete: without what does not apply.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - disabled: The places of the items that do not apply.
  /// - Returns: The answers that apply, arranged.
  func completed(by questionnaire: Questionnaire, without disabled: Set<ItemPath>)
    -> QuestionnaireResponse
  {
    Arrangement(form: questionnaire.index, left: disabled).arranged(self)
  }
}

/// Puts answers into the order of a form.
private struct Arrangement {
  let form: FormIndex
  /// The places that are left out of a complete response; `nil` for a draft, which keeps all.
  let left: Set<ItemPath>?

  func arranged(_ response: QuestionnaireResponse) -> QuestionnaireResponse {
    var copy = response
    copy.items = arrange(response.items, below: -1, at: ItemPath())
    return copy
  }

  private func arrange(
    _ answered: [QuestionnaireResponse.Item], below holder: Int, at path: ItemPath
  ) -> [QuestionnaireResponse.Item] {
    guard !answered.isEmpty else { return [] }
    let places = ranks(below: holder)
    var counts: [LinkID: Int] = [:]
    var found: [(rank: Int, item: QuestionnaireResponse.Item)] = []
    for item in answered {
      guard let place = places[item.linkID] else {
        found.append((.max, item))
        continue
      }
      let index = counts[item.linkID, default: 0]
      counts[item.linkID] = index + 1
      if let kept = arrange(item, place, at: path, index) { found.append((place, kept)) }
    }
    let order = found.indices.sorted { (found[$0].rank, $0) < (found[$1].rank, $1) }
    return order.map { found[$0].item }
  }

  private func ranks(below holder: Int) -> [LinkID: Int] {
    Dictionary(
      form.children(of: holder).map { (form.items[$0].linkID, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func arrange(
    _ found: QuestionnaireResponse.Item, _ item: Int, at path: ItemPath, _ index: Int
  ) -> QuestionnaireResponse.Item? {
    let place = path.appending(found.linkID, index)
    if let left, left.contains(place) { return nil }
    var copy = found
    if !found.items.isEmpty { copy.items = arrange(found.items, below: item, at: place) }
    for answer in found.answers.indices where !found.answers[answer].items.isEmpty {
      copy.answers[answer].items = arrange(
        found.answers[answer].items, below: item, at: path.appending(found.linkID, answer))
    }
    if copy.items.isEmpty && copy.answers.isEmpty {
      // A draft keeps what else an item says; a complete response has no item without an answer.
      guard left == nil, copy.others["extension"] != nil else { return nil }
    }
    return copy
  }
}
