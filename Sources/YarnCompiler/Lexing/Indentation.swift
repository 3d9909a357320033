/// Follows how deep the lines below an arrow stand.
struct Indentation {
  private var bodies: [Int] = []
  private var lastWidth = 0

  /// Whether the line that is being read starts with an arrow.
  var lineHasArrow = false

  /// Goes to a new line and tells what its width opens and closes.
  mutating func startLine(width: Int) -> (opens: Bool, closes: Int) {
    let opens = lineHasArrow && width > lastWidth
    if opens { bodies.append(width) }
    lineHasArrow = false
    lastWidth = width
    var closes = 0
    while let body = bodies.last, width < body {
      bodies.removeLast()
      closes += 1
    }
    return (opens, closes)
  }

  /// Starts a node's body at its first line.
  mutating func start(width: Int) {
    self = Indentation()
    lastWidth = width
  }

  /// Closes one open body at the end of a node; `false` when none is open.
  mutating func close() -> Bool {
    bodies.popLast() != nil
  }
}
