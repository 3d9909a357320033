import Console

extension Screen {
  /// Shows lines that belong together; where they are more than a window holds, page by page on a
  /// screen of their own, which is gone afterwards.
  ///
  /// What was written is then not left standing in the window or among the lines that can be
  /// scrolled back to. For a screen reader, and where nobody sits at a terminal, the lines are
  /// written one after the other.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - leavesNothing: Whether they are shown so however few they are.
  /// - Throws: ``Leaving`` when the person leaves for good.
  func page(_ lines: [String], leavingNothing leavesNothing: Bool = false) throws {
    guard terminal.isInteractive, !isPlain,
      leavesNothing || lines.count > pageRows - filledRows
    else {
      return try write(lines)
    }
    // Whatever asks the program to end is obeyed at the prompt, so that the window is given back.
    let hold = SignalHold()
    defer { withExtendedLifetime(hold) {} }
    do {
      output.openOwnScreen()
      defer {
        output.closeOwnScreen()
        filledRows = 0
      }
      try turnPages(lines)
    } catch let leaving as Leaving {
      // Only now is the window that was there before the one that is emptied.
      if [.hide, .idle].contains(leaving.interruption) { clear() }
      throw leaving
    }
  }

  private func turnPages(_ lines: [String]) throws {
    var first = 0
    while true {
      let rows = max(3, terminal.rows - 2)
      let pages = (lines.count + rows - 1) / rows
      first = min(first, (pages - 1) * rows)
      let number = first / rows + 1
      output.startOwnScreen()
      for line in lines.dropFirst(first).prefix(rows) { output.writeLine(line) }
      var keys = LinePrompt("\(margin)\(number) of \(pages)  \(style.dim(keysShown(number))) ")
      keys.instantKeys = ["q", "b"]
      switch try ask(keys).trimmed.lowercased() {
      case "q", ":pause": return
      case "b", ":back": first = max(0, first - rows)
      case _ where number == pages: return
      default: first += rows
      }
    }
  }

  private func keysShown(_ page: Int) -> String {
    page == 1 ? "Enter goes on · q leaves >" : "Enter goes on · b back · q leaves >"
  }
}
