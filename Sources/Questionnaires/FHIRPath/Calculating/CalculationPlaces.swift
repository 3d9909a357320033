/// The places of a response at which something is worked out.
struct CalculationPlaces {
  struct Place {
    let item: Item
    let expressions: ItemExpressions
    /// The answers there; `nil` where the response has none.
    let answered: QuestionnaireResponse.Item?
    let scope: CalculationScope
  }

  private let calculation: Calculation
  private let index: FormIndex
  private let environment: FHIRPathEnvironment
  /// The variables of the form itself.
  let root: CalculationScope
  private(set) var places: [Place] = []

  init(
    _ calculation: Calculation, _ response: QuestionnaireResponse,
    _ environment: FHIRPathEnvironment
  ) {
    self.calculation = calculation
    self.environment = environment
    index = calculation.questionnaire.index
    root = CalculationScope(
      calculation.root, at: ItemPath(), context: .response(response), within: nil,
      environment: environment)
    visit(-1, response.items, at: ItemPath(), within: root)
  }

  /// Goes through the items that an item holds, passing over those without expressions.
  private mutating func visit(
    _ holder: Int, _ answered: [QuestionnaireResponse.Item], at path: ItemPath,
    within scope: CalculationScope
  ) {
    var cursor = 0
    var item = holder + 1
    let end = holder < 0 ? index.items.count : index.ends[holder]
    while item < end {
      if calculation.isWorkedOut[item] {
        let linkID = index.items[item].linkID
        if index.items[item].type == .group {
          let found = answered.filter { $0.linkID == linkID }
          for repetition in 0..<max(1, found.count) {
            let here = found.indices.contains(repetition) ? found[repetition] : nil
            visitGroup(item, here, at: path.appending(linkID, repetition), within: scope)
          }
        } else {
          let found = Self.place(of: linkID, in: answered, from: &cursor)
          visitQuestion(item, found.map { answered[$0] }, below: path, within: scope)
        }
      }
      item = index.ends[item]
    }
  }

  /// Finds an item, beginning behind the one found last: a response is in the order of its form.
  private static func place(
    of linkID: LinkID, in answered: [QuestionnaireResponse.Item], from cursor: inout Int
  ) -> Int? {
    let found =
      answered[cursor...].firstIndex { $0.linkID == linkID }
      ?? answered[..<cursor].firstIndex { $0.linkID == linkID }
    if let found { cursor = found }
    return found
  }

  private mutating func visitGroup(
    _ item: Int, _ answered: QuestionnaireResponse.Item?, at path: ItemPath,
    within outer: CalculationScope
  ) {
    let scope = add(item, answered, at: path, within: outer)
    visit(item, answered?.items ?? [], at: path, within: scope)
  }

  private mutating func visitQuestion(
    _ item: Int, _ answered: QuestionnaireResponse.Item?, below path: ItemPath,
    within outer: CalculationScope
  ) {
    let linkID = index.items[item].linkID
    let scope = add(item, answered, at: path.appending(linkID), within: outer)
    guard index.ends[item] > item + 1 else { return }
    let answers = answered?.answers ?? []
    for place in 0..<max(1, answers.count) {
      let inner = answers.indices.contains(place) ? answers[place].items : []
      visit(item, inner, at: path.appending(linkID, place), within: scope)
    }
  }

  private mutating func add(
    _ item: Int, _ answered: QuestionnaireResponse.Item?, at path: ItemPath,
    within outer: CalculationScope
  ) -> CalculationScope {
    let linkID = index.items[item].linkID
    guard let expressions = calculation.items[linkID] else { return outer }
    let context = answered ?? QuestionnaireResponse.Item(linkID: linkID)
    let scope = CalculationScope(
      expressions, at: path, context: .item(context), within: outer, environment: environment)
    places.append(
      Place(
        item: index.items[item], expressions: expressions, answered: answered, scope: scope))
    return scope
  }
}
