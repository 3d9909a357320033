import FoundationEssentials

extension FHIRPathElement {
  /// Whether two values are the same; `nil` where that cannot be told, as of dates of which one is
  /// less exact.
  func isEqual(to other: FHIRPathElement) -> Bool? {
    switch (self, other) {
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.string(let left), .string(let right)): return left == right
    case (.integer(let left), .integer(let right)): return left == right
    case (.coding(let left, _), .coding(let right, _)): return left == right
    case (.item(let left), .item(let right)): return left.linkID == right.linkID && left == right
    case (.moment(let left), .moment(let right)):
      guard let order = left.order(to: right) else { return false }
      return order == .unknown ? nil : order == .same
    case (.moment(let moment), .string(let text)), (.string(let text), .moment(let moment)):
      guard let read = FHIRPathMoment(text, kind: moment.kind) else { return false }
      return FHIRPathElement.moment(moment).isEqual(to: .moment(read))
    default: break
    }
    if let left = decimal, let right = other.decimal { return left == right }
    if let left = asQuantity, let right = other.asQuantity { return left.isEqual(to: right) }
    guard isStructured, other.isStructured else { return false }
    return json == other.json
  }

  /// Whether two values mean the same: words whatever their case and spaces, codings whatever their
  /// display, numbers as exact as the less exact one.
  func isEquivalent(to other: FHIRPathElement) -> Bool {
    switch (self, other) {
    case (.string(let left), .string(let right)): return left.loose == right.loose
    case (.moment(let left), .moment(let right)): return left.order(to: right) == .same
    default: break
    }
    if let left = asCoding, let right = other.asCoding {
      return left.code == right.code && left.system == right.system
    }
    if let left = decimal, let right = other.decimal {
      let places = min(left.places, right.places)
      return left.rounded(to: places) == right.rounded(to: places)
    }
    return isEqual(to: other) ?? false
  }

  /// How two values lie to each other; `nil` where that cannot be told.
  enum Comparison: Error {
    /// The values are of types that have no order between them.
    case impossible
  }

  func isLess(than other: FHIRPathElement, orEqual: Bool) throws(Comparison) -> Bool? {
    switch (self, other) {
    case (.string(let left), .string(let right)):
      return orEqual ? left <= right : left < right
    case (.moment(let left), .moment(let right)):
      guard let order = left.order(to: right) else { throw .impossible }
      return order == .unknown ? nil : order == .earlier || (orEqual && order == .same)
    case (.moment(let moment), .string(let text)):
      guard let read = FHIRPathMoment(text, kind: moment.kind) else { throw .impossible }
      return try isLess(than: .moment(read), orEqual: orEqual)
    case (.string(let text), .moment(let moment)):
      guard let read = FHIRPathMoment(text, kind: moment.kind) else { throw .impossible }
      return try FHIRPathElement.moment(read).isLess(than: other, orEqual: orEqual)
    default: break
    }
    if let left = decimal, let right = other.decimal {
      return orEqual ? left <= right : left < right
    }
    guard let left = asQuantity, let right = other.asQuantity else { throw .impossible }
    guard let (first, second) = left.inSameUnit(as: right) else { return nil }
    return orEqual ? first <= second : first < second
  }

  private var isStructured: Bool {
    switch self {
    case .coding, .object, .response, .item, .answer: true
    case .boolean, .integer, .decimal, .string, .moment, .quantity: false
    }
  }

  var asCoding: Coding? {
    switch self {
    case .coding(let coding, _): coding
    case .object(let object, type: "Coding"): Coding(.object(object))
    default: nil
    }
  }

  var asQuantity: Quantity? {
    switch self {
    case .quantity(let quantity): quantity
    case .object(let object, type: "Quantity"): Quantity(.object(object))
    case .integer(let value): Quantity(value: Decimal(value), code: "1")
    case .decimal(let value): Quantity(value: value, code: "1")
    default: nil
    }
  }
}

extension String {
  /// The words without regard to case and the kind of space between them.
  fileprivate var loose: [Substring] { lowercased().split(whereSeparator: \.isWhitespace) }
}
