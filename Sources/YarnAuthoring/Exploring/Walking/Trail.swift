/// How each state was first come to: a tree whose leaves are the states that wait.
struct Trail {
  enum Step {
    case start(node: Int)
    /// An option, by its place from 1 and its line.
    case choose(number: Int, line: Int)
    case decline
    /// An answer that the host was taken to give.
    case assume(call: Int, value: Scalar)
    /// A member of a node group, or an item of a line group, that salience was taken to choose.
    case select(node: Int)
    case selectLine(Int)
  }

  private struct Entry {
    var parent: Int32
    var kind: UInt8
    var first: Int32
    var second: UInt64
  }

  private var entries: [Entry] = []

  /// Adds a step and gives its place.
  mutating func add(_ step: Step, after parent: Int) -> Int {
    let (kind, first, second): (UInt8, Int, UInt64) =
      switch step {
      case .start(let node): (0, node, 0)
      case .choose(let number, let line): (1, number, UInt64(line))
      case .decline: (2, 0, 0)
      case .assume(let call, let value): (3, call, value.bits)
      case .select(let node): (4, node, 0)
      case .selectLine(let line): (5, line, 0)
      }
    entries.append(
      Entry(parent: Int32(parent), kind: kind, first: Int32(first), second: second))
    return entries.count - 1
  }

  /// The steps from the start to a place.
  func path(to place: Int) -> [Step] {
    var steps: [Step] = []
    var place = place
    while place >= 0 {
      let entry = entries[place]
      let first = Int(entry.first)
      switch entry.kind {
      case 0: steps.append(.start(node: first))
      case 1: steps.append(.choose(number: first, line: Int(entry.second)))
      case 2: steps.append(.decline)
      case 3: steps.append(.assume(call: first, value: Scalar(bits: entry.second)))
      case 4: steps.append(.select(node: first))
      default: steps.append(.selectLine(first))
      }
      place = Int(entry.parent)
    }
    return steps.reversed()
  }
}
