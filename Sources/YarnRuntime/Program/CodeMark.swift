/// Tells from which instruction on a node's code belongs to a line of its file.
package struct CodeMark: Equatable, Sendable {
  package var start: Int32
  package var line: Int32

  package init(start: Int, line: Int) {
    self.start = Int32(clamping: start)
    self.line = Int32(clamping: line)
  }
}
