extension QuestionnaireResponse {
  /// Fits a response into a form that may be another than the one it was made for.
  ///
  /// Answers to questions that stand elsewhere in this form move there, where the place is plain.
  /// Answers that have no place go into a contained response, so that nothing is lost and what is
  /// left keeps to the form.
  ///
  /// - Parameter questionnaire: The form.
  /// - Returns: The response for the form, and what happened.
  public func fitted(to questionnaire: Questionnaire) -> (QuestionnaireResponse, ResponseFit) {
    var fitting = Fitting(form: questionnaire.index)
    var fit = ResponseFit(relationOf: self, to: questionnaire)
    var copy = self
    let (fits, rest) = fitting.split(items, below: -1, at: ItemPath())
    copy.items = fits
    let left = fitting.move(rest, into: &copy)
    copy.keepAside(left)
    fit.moved = fitting.moved
    fit.kept = fitting.places(of: left)
    if fit.relation != .unnamed, fit.relation != .same {
      copy.questionnaire = questionnaire.canonical
    }
    return (copy, fit)
  }

  /// Keeps answers in a contained response that this one points to.
  private mutating func keepAside(_ items: [Item]) {
    guard !items.isEmpty else { return }
    let contained = others["contained"]?.elements ?? []
    let names = Set(contained.compactMap { $0["id"]?.string })
    var number = 1
    while names.contains("earlier-\(number)") { number += 1 }
    let aside = QuestionnaireResponse(
      questionnaire: questionnaire, status: .stopped, items: items,
      others: ["id": .string("earlier-\(number)")])
    others["contained"] = .array(contained + [aside.json])
    let pointer: JSONValue = .object([
      "url": .string(ExtensionURL.earlierAnswers),
      "valueReference": .object(["reference": .string("#earlier-\(number)")]),
    ])
    others["extension"] = .array(extensions + [pointer])
  }
}

/// Sorts answers into those that have their place in a form and those that have not.
private struct Fitting {
  let form: FormIndex
  private(set) var moved: [ItemPath] = []

  init(form: FormIndex) {
    self.form = form
  }

  typealias Items = [QuestionnaireResponse.Item]

  /// Divides items of a level; what does not fit keeps the items around it.
  mutating func split(_ items: Items, below holder: Int, at path: ItemPath) -> (Items, Items) {
    guard !items.isEmpty else { return ([], []) }
    let children = Dictionary(
      form.children(of: holder).map { (form.items[$0].linkID, $0) },
      uniquingKeysWith: { first, _ in first })
    var (fits, rest): (Items, Items) = ([], [])
    var seen: Set<LinkID> = []
    for item in items {
      guard let place = children[item.linkID] else {
        rest.append(item)
        continue
      }
      let isFirst = seen.insert(item.linkID).inserted
      let mayRepeat = form.items[place].type == .group && form.items[place].repeats
      guard isFirst || mayRepeat else {
        rest.append(item)
        continue
      }
      let (fit, left) = split(item, place, at: path.appending(item.linkID))
      if let fit { fits.append(fit) }
      if let left { rest.append(left) }
    }
    return (fits, rest)
  }

  private mutating func split(
    _ item: QuestionnaireResponse.Item, _ place: Int, at path: ItemPath
  ) -> (QuestionnaireResponse.Item?, QuestionnaireResponse.Item?) {
    var (fit, left) = (item, item)
    if form.items[place].type.isQuestion {
      let isFitting = form.items[place].canHold(item.answers.map(\.value))
      guard isFitting, item.items.isEmpty else { return (nil, item) }
      left.answers = []
      for index in item.answers.indices {
        let (inner, rest) = split(item.answers[index].items, below: place, at: path)
        fit.answers[index].items = inner
        if !rest.isEmpty { left.answers.append(.init(item.answers[index].value, items: rest)) }
      }
    } else {
      guard item.answers.isEmpty else { return (nil, item) }
      (fit.items, left.items) = split(item.items, below: place, at: path)
    }
    let isLeft = !left.items.isEmpty || !left.answers.isEmpty
    return (fit, isLeft ? left : nil)
  }

  /// Moves answers to where their question stands in the form, if that is a single place without
  /// answers yet.
  mutating func move(_ items: Items, into response: inout QuestionnaireResponse) -> Items {
    items.compactMap { item in
      var left = item
      if let path = singlePlace(of: item), response.answers(to: item.linkID).isEmpty {
        response.setAnswers(item.answers.map(\.value), at: path)
        moved.append(path)
        left.answers = []
      }
      left.items = move(item.items, into: &response)
      for index in left.answers.indices {
        left.answers[index].items = move(left.answers[index].items, into: &response)
      }
      return left.items.isEmpty && left.answers.isEmpty ? nil : left
    }
  }

  private func singlePlace(of item: QuestionnaireResponse.Item) -> ItemPath? {
    guard let place = form.places[item.linkID], !item.answers.isEmpty,
      item.answers.allSatisfy(\.items.isEmpty),
      form.items[place].canHold(item.answers.map(\.value))
    else { return nil }
    var steps = [ItemPath.Step(linkID: item.linkID)]
    var holder = form.parents[place]
    while holder >= 0 {
      guard form.items[holder].type == .group, !form.items[holder].repeats else { return nil }
      steps.insert(ItemPath.Step(linkID: form.items[holder].linkID), at: 0)
      holder = form.parents[holder]
    }
    return ItemPath(steps)
  }

  /// The places of all questions with answers.
  func places(of items: Items, below path: ItemPath = ItemPath()) -> [ItemPath] {
    items.flatMap { item in
      let place = path.appending(item.linkID)
      return (item.answers.isEmpty ? [] : [place]) + places(of: item.items, below: place)
        + item.answers.flatMap { places(of: $0.items, below: place) }
    }
  }
}

extension Item {
  /// Whether the type of the item takes such answers, whatever else they break.
  fileprivate func canHold(_ values: [AnswerValue]) -> Bool {
    guard values.count < 2 || repeats else { return false }
    return values.allSatisfy { value in
      switch (type, value) {
      case (.choice, .coding), (.openChoice, .coding), (.boolean, .boolean), (.integer, .integer),
        (.decimal, .decimal), (.decimal, .integer), (.date, .date), (.dateTime, .dateTime),
        (.time, .time), (.string, .string), (.text, .string),
        (.openChoice, .string), (.quantity, .quantity), (.url, .uri):
        true
      case (.choice, .string): options.isEmpty || options.contains { $0.matches(value) }
      case (.unsupported(let code), .unsupported(let name)):
        code.lowercased() == name.lowercased()
      default: options.contains { $0.matches(value) }
      }
    }
  }
}
