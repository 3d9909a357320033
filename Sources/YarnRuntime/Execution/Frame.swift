/// A running node: where it stands and the options it has offered.
struct Frame: Equatable, Sendable {
  var node: String
  var programCounter = 0
  var options: [PendingOption] = []
}

/// An option that waits to be chosen.
struct PendingOption: Equatable, Sendable {
  var line: Line
  var isAvailable: Bool
  var target: Int
}
