/// What an expression can see besides its focus.
///
/// It also keeps the values of parts that many expressions have in common. A changed response is a
/// new environment.
final class FHIRPathEnvironment {
  /// How far variables may lead to each other.
  private static let depthLimit = 60

  /// The response, or whatever else the expression is about.
  let resource: FHIRPathElement?
  /// The form.
  let form: FHIRPathForm?
  /// The moment that `now()` gives.
  let now: FHIRPathMoment?
  private var depth = 0
  private var kept: [String: [FHIRPathElement]] = [:]
  private var keptByLinkID: [String: [String: [FHIRPathElement]]] = [:]

  /// The items that `%resource.repeat(item)` finds.
  private lazy var nestedItems = table(isWithinAnswers: false)
  /// The items that `%resource.descendants()` finds.
  private lazy var allItems = table(isWithinAnswers: true)

  init(resource: FHIRPathElement?, form: FHIRPathForm?, now: DateTime?) {
    self.resource = resource
    self.form = form
    self.now = now.flatMap { FHIRPathMoment("\($0)", kind: .dateTime) }
  }

  /// Begins an expression, which can be a variable of another one, and so on.
  func enter() throws(FHIRPathError) {
    guard depth < Self.depthLimit else { throw FHIRPathError(problem: .tooDeep, column: 1) }
    depth += 1
  }

  /// Ends an expression.
  func leave() { depth -= 1 }

  /// A value kept under a key, worked out the first time.
  func value<Failure: Error>(
    for key: String, _ work: () throws(Failure) -> [FHIRPathElement]
  ) throws(Failure) -> [FHIRPathElement] {
    if let known = kept[key] { return known }
    let value = try work()
    kept[key] = value
    return value
  }

  /// The values of a kept part that have a link id.
  func items<Failure: Error>(
    of key: String, linkID: String, _ work: () throws(Failure) -> [FHIRPathElement]
  ) throws(Failure) -> [FHIRPathElement] {
    if let known = keptByLinkID[key] { return known[linkID] ?? [] }
    if let table = table(for: key)?.items {
      return table[LinkID(linkID)]?.map { .item($0) } ?? []
    }
    var index: [String: [FHIRPathElement]] = [:]
    for element in try value(for: key, work) {
      if case .item(let item) = element {
        index[item.linkID.rawValue, default: []].append(element)
      } else if case .string(let name)? = element.member("linkId").first {
        index[name, default: []].append(element)
      }
    }
    keptByLinkID[key] = index
    return index[linkID] ?? []
  }
}

extension FHIRPathEnvironment {
  private func table(for key: String) -> ItemTable? {
    switch key {
    case "%resource.repeat:item": nestedItems
    case "%resource.descendants": allItems
    default: nil
    }
  }

  private func table(isWithinAnswers: Bool) -> ItemTable? {
    guard case .response(let response)? = resource, response.others["contained"] == nil else {
      return nil
    }
    return ItemTable(response, isWithinAnswers: isWithinAnswers)
  }
}

/// The names that an expression can use after a per cent sign, and what they stand for.
protocol FHIRPathVariables {
  /// The values of a variable; `nil` where no variable is called so.
  func value(of name: String) throws(FHIRPathError) -> [FHIRPathElement]?
  /// All names, to find the one that was meant.
  var names: [String] { get }
}
