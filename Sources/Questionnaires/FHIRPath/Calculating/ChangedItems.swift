/// The items whose answers, or those below them, are others than when expressions last saw them.
struct ChangedItems {
  /// Whether nothing was seen before, so that everything counts as changed.
  private(set) var isEverything = true
  private(set) var names: Set<LinkID> = []

  /// Everything has changed.
  init() {}

  /// Finds what is different in two responses.
  init(from before: QuestionnaireResponse, to after: QuestionnaireResponse) {
    isEverything = false
    compare(before.items, after.items)
  }

  /// Nothing has changed.
  static let nothing = ChangedItems(from: QuestionnaireResponse(), to: QuestionnaireResponse())

  /// Whether any of some items has changed; what is not known to depend on items always has.
  func concern(_ items: Set<LinkID>?) -> Bool {
    guard !isEverything, let items else { return true }
    return !names.isDisjoint(with: items)
  }

  /// Notes an item in one place, and all that hold it.
  mutating func insert(_ path: ItemPath) {
    for step in path.steps { names.insert(step.linkID) }
  }

  /// Notes an item and all it holds, and all that hold it.
  mutating func insert(_ path: ItemPath, withAllIn form: FormIndex) {
    insert(path)
    guard let place = path.steps.last.flatMap({ form.places[$0.linkID] }) else { return }
    for item in place..<form.ends[place] { names.insert(form.items[item].linkID) }
  }

  mutating func formUnion(_ other: ChangedItems) {
    isEverything = isEverything || other.isEverything
    names.formUnion(other.names)
  }

  /// Compares two lists of items; an item that is only in one of them has changed.
  private mutating func compare(
    _ before: [QuestionnaireResponse.Item], _ after: [QuestionnaireResponse.Item]
  ) {
    let isAligned =
      before.count == after.count && zip(before, after).allSatisfy { $0.linkID == $1.linkID }
    guard isAligned else { return compareLoosely(before, after) }
    for (before, after) in zip(before, after) where before != after {
      names.insert(before.linkID)
      compare(before.items, after.items)
      guard before.answers.count == after.answers.count else {
        for answer in before.answers + after.answers { answer.items.forEach { insertAll($0) } }
        continue
      }
      for (before, after) in zip(before.answers, after.answers) {
        compare(before.items, after.items)
      }
    }
  }

  /// Compares two lists of which one has more: what stands the same at the beginning and at the end
  /// of both is passed over.
  private mutating func compareLoosely(
    _ before: [QuestionnaireResponse.Item], _ after: [QuestionnaireResponse.Item]
  ) {
    let start = zip(before, after).prefix { $0 == $1 }.count
    let end = zip(before.dropFirst(start).reversed(), after.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let changed = [before, after].flatMap { $0.dropFirst(start).dropLast(end) }
    for item in changed { insertAll(item) }
  }

  private mutating func insertAll(_ item: QuestionnaireResponse.Item) {
    names.insert(item.linkID)
    item.items.forEach { insertAll($0) }
    for answer in item.answers { answer.items.forEach { insertAll($0) } }
  }
}
