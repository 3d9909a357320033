import Console

/// Gathers many short lines, so that each does not cost a call of the system.
struct BufferedOutput {
  private let output: Output
  private var text = ""

  /// Makes a buffer before an output.
  init(_ output: Output) {
    self.output = output
  }

  /// Whether the reader has gone away.
  var isClosed: Bool { output.isClosed }

  /// Adds a line, and writes when enough has gathered.
  mutating func writeLine(_ line: String) {
    text += line
    text += "\n"
    if text.utf8.count > 1 << 15 { flush() }
  }

  /// Writes what has gathered.
  mutating func flush() {
    output.write(text)
    text = ""
  }
}
