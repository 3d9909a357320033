/// What the parser of the command line says, fitted to a window.
///
/// The parser wraps its own texts, but neither the usage that a command gives in its own words nor
/// a word that is longer than the room beside the options.
struct FittedHelp {
  /// How many columns the window has.
  let columns: Int

  /// Breaks the lines that are too long.
  ///
  /// - Parameter text: What the parser says.
  /// - Returns: The text, in which only a word longer than the window is wider than it.
  func fitted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(of: String($0)) }.joined(separator: "\n")
  }

  /// Breaks the lines of a message about the program.
  ///
  /// What stands between them, such as a place in a file that an editor jumps to, is left as it is.
  ///
  /// - Parameter text: Lines for standard error.
  /// - Returns: The text, in which lines that begin as messages do are no wider than the window.
  func fitted(message text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let isOurs = ["kith: ", "hint: "].contains { line.hasPrefix($0) }
        return isOurs ? fitted(String(line)) : String(line)
      }.joined(separator: "\n")
  }

  private func lines(of line: String) -> [String] {
    let margin = margin(below: line)
    var lines: [String] = []
    var rest = line
    while rest.count > columns {
      let indent = rest.prefix { $0 == " " }.count
      let place = breaks(in: rest).last { $0 <= columns && $0 > indent }
      guard let place else {
        let next = breaks(in: rest).first { $0 > indent } ?? rest.count
        let room = max(0, min(indent, columns - (next - indent)))
        let moved = String(repeating: " ", count: room) + rest.dropFirst(indent)
        if moved == rest { break }
        rest = moved
        continue
      }
      lines.append(rest.prefix(place).trimmingEnd)
      let words = rest.dropFirst(place).drop { $0 == " " }
      rest = String(repeating: " ", count: margin) + words
    }
    return lines + [rest]
  }

  /// Where a line goes on: usage a little to the right of the program's name, all else below
  /// its beginning.
  private func margin(below line: String) -> Int {
    let indent = line.prefix { $0 == " " }.count
    return line.hasPrefix("USAGE:") || line.hasPrefix("       kith ") ? 9 : indent
  }

  /// The places of the spaces that may be broken at: those outside brackets.
  private func breaks(in line: String) -> [Int] {
    var depth = 0
    var places: [Int] = []
    for (place, character) in line.enumerated() {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == " ", depth <= 0 { places.append(place) }
    }
    return places
  }
}

extension Substring {
  /// The text without space at its end.
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
