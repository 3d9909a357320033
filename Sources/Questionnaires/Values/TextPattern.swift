/// A regular expression that a form brings, looked at before it is tried.
///
/// A repetition within a repetition, such as `(a+)+`, can be matched in so many ways that trying
/// them all takes longer than anybody lives. Such a pattern is tried on short texts only.
struct TextPattern {
  /// How long a text may be for a pattern whose repetitions lie in one another, in bytes.
  static let shortLength = 20

  /// Whether a repetition without an end, or a choice, lies within a repetition without an end.
  let nestsRepetitions: Bool

  init(_ pattern: String) {
    var scan = PatternScan(pattern)
    nestsRepetitions = scan.findsNesting()
  }

  /// Whether trying the pattern on a text comes to an end soon.
  func canBeTried(on text: String) -> Bool {
    !nestsRepetitions || text.utf8.count <= Self.shortLength
  }
}

/// Goes over a regular expression, group by group.
private struct PatternScan {
  private let characters: [Character]
  private var place = 0
  /// For each open group, whether it can match in several ways.
  private var open = [false]

  init(_ pattern: String) {
    characters = Array(pattern)
  }

  mutating func findsNesting() -> Bool {
    while place < characters.count {
      let character = characters[place]
      place += 1
      switch character {
      case "\\": place += 1
      case "[": passClass()
      case "(": open.append(false)
      case ")" where open.count > 1:
        let isAmbiguous = open.removeLast()
        let repeats = repeatsWithoutEnd()
        if isAmbiguous && repeats { return true }
        if isAmbiguous || repeats { open[open.count - 1] = true }
      case "|", "*", "+": open[open.count - 1] = true
      case "{":
        place -= 1
        if repeatsWithoutEnd() { open[open.count - 1] = true }
        place += 1
      default: break
      }
    }
    return false
  }

  /// Passes over the characters between brackets, which may hold brackets.
  private mutating func passClass() {
    var depth = 1
    while place < characters.count, depth > 0 {
      switch characters[place] {
      case "\\": place += 1
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
      place += 1
    }
  }

  /// Whether the sign at the place, such as `*` or `{2,}`, repeats what is before it without end.
  private func repeatsWithoutEnd() -> Bool {
    guard place < characters.count else { return false }
    guard characters[place] == "{" else { return "*+".contains(characters[place]) }
    let inside = characters[(place + 1)...].prefix { $0 != "}" }
    return inside.last == ","
  }
}
