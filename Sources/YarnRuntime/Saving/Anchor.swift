/// A place in a node that an edit leaves recognisable: what was said or chosen there.
struct Anchor: Codable, Hashable, Sendable {
  enum Kind: String, Codable, Sendable {
    /// The start of the node.
    case start
    /// Just after a line.
    case said
    /// Where an option leads.
    case chosen
    /// Just after options were offered; every option of the group stands for it.
    case offered
  }

  var kind: Kind

  /// The line or option; `nil` at the start.
  var id: String?
}

/// The anchors of a node's code.
struct AnchorTable {
  /// Where the code goes on.
  private(set) var positions: [Anchor: Int] = [Anchor(kind: .start): 0]

  /// Where the first option of a group is worked out, by the ids of the group's options.
  private(set) var groupStarts: [String: Int] = [:]

  private let code: [Instruction]

  init(_ code: [Instruction]) {
    self.code = code
    var group: [(id: String, index: Int)] = []
    for (index, instruction) in code.enumerated() {
      switch instruction {
      case .line(let id, _):
        positions[Anchor(kind: .said, id: id)] = index + 1
      case .option(let id, _, let target):
        positions[Anchor(kind: .chosen, id: id)] = target
        group.append((id, index))
      case .showOptions:
        let start = group.first.map { expressionStart(before: $0.index) } ?? index
        for option in group {
          positions[Anchor(kind: .offered, id: option.id)] = index + 1
          groupStarts[option.id] = start
        }
        group = []
      default: break
      }
    }
  }

  /// The last anchor at or before a position, with the events between the two.
  func anchor(of position: Int) -> (Anchor, events: Int) {
    var best = (anchor: Anchor(kind: .start), position: 0)
    for (anchor, place) in positions where place <= position && place >= best.position {
      let isFirst = place == best.position && (anchor.id ?? "") < (best.anchor.id ?? "")
      if place > best.position || isFirst { best = (anchor, place) }
    }
    let events = code[best.position..<min(position, code.count)].count(where: \.yields)
    return (best.anchor, events)
  }

  /// The position so many events behind an anchor, but before the next anchor.
  func position(of anchor: Anchor, events: Int) -> Int? {
    guard let start = positions[anchor] else { return nil }
    let end = positions.values.filter { $0 > start }.min() ?? code.count
    var position = start
    var left = events
    for index in start..<min(end, code.count) where left > 0 && code[index].yields {
      position = index + 1
      left -= 1
    }
    return position
  }

  private func expressionStart(before index: Int) -> Int {
    var start = index
    while start > 0, code[start - 1].isExpression { start -= 1 }
    return start
  }
}

extension Instruction {
  /// Whether a dialogue can be saved just after this instruction, besides lines and options.
  fileprivate var yields: Bool {
    switch self {
    case .command, .detour, .detourToComputedNode, .enterGroup: true
    default: false
    }
  }

  fileprivate var isExpression: Bool {
    switch self {
    case .push, .load, .unary, .binary, .call, .isUnseen: true
    default: false
    }
  }
}
