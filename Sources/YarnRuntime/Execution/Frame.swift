/// A running node: where it stands and the options it has offered.
struct Frame: Sendable {
  let code: LinkedNode
  var programCounter = 0
  var options: [PendingOption] = []

  init(_ code: LinkedNode) {
    self.code = code
  }

  /// The unique name of the node.
  var node: String { code.name }
}

/// An option that waits to be chosen.
struct PendingOption: Equatable, Sendable {
  var line: Line
  var isAvailable: Bool
  var target: Int
}
