/// Values of which each occurs once.
///
/// Values are sorted into heaps by what is quickly told of them, so that only those which could be
/// the same are compared.
struct DistinctElements {
  let keepsAll: Bool
  private(set) var elements: [FHIRPathElement] = []
  private var heaps: [String: [FHIRPathElement]] = [:]

  init(keepsAll: Bool) {
    self.keepsAll = keepsAll
  }

  /// How many values a value would have to be compared with.
  func likeness(of element: FHIRPathElement) -> Int {
    keepsAll ? 1 : heaps[Self.heap(of: element)]?.count ?? 0
  }

  /// Adds a value; `false` where it was there.
  mutating func insert(_ element: FHIRPathElement) -> Bool {
    if !keepsAll {
      let heap = Self.heap(of: element)
      if let others = heaps[heap], others.contains(where: { $0.isEqual(to: element) == true }) {
        return false
      }
      heaps[heap, default: []].append(element)
    }
    elements.append(element)
    return true
  }

  private static func heap(of element: FHIRPathElement) -> String {
    switch element {
    case .item(let item): "i" + item.linkID.rawValue
    case .string(let text): "s" + text
    case .boolean(let value): value ? "yes" : "no"
    case .integer, .decimal, .quantity: "n"
    case .moment: "m"
    case .coding, .object, .response, .answer: "o"
    }
  }
}
