import Coach
import Console
import Questionnaires

/// Shows what a search found: each entry, and its words around the place.
struct SearchView {
  /// How many places of one entry are shown.
  static let placesShown = 3

  let screen: Screen
  let index: EntryIndex
  let questionnaires: [String: Questionnaire]

  /// Shows the entries, oldest first.
  func show(_ found: [FoundEntry]) throws {
    guard !found.isEmpty else {
      return try screen.say("Nothing was found. Fewer words, or only their beginnings, find more.")
    }
    let count = found.count == 1 ? "1 entry." : "\(found.count) entries."
    try screen.page(
      found.flatMap(lines)
        + screen.lines(of: "\(count) 'kith journal show NUMBER' opens one.") + [""])
  }

  private func lines(_ entry: FoundEntry) -> [String] {
    let list = EntryList(screen: screen, index: index)
    let shown = entry.hits.prefix(Self.placesShown)
    var lines = list.lines(entry.record).map(screen.style.bold)
    var question: String?
    for hit in shown {
      let asked = self.question(of: hit.passage)
      if let asked, asked != question { lines += screen.lines(of: asked, indent: 4).map(dim) }
      question = asked
      lines += context(of: hit)
    }
    let more = entry.hits.count - shown.count
    if more > 0 {
      lines += screen.lines(
        of: more == 1 ? "and 1 more place" : "and \(more) more places", indent: 4)
    }
    return lines + [""]
  }

  private func dim(_ line: String) -> String { screen.style.dim(line) }

  private func question(of passage: Passage) -> String? {
    guard let item = passage.item else { return passage.question }
    return questionnaires[item.form]?.item(item.linkID)?.text
  }

  /// The words around a place, in about two lines of the window, with the place in bold.
  private func context(of hit: SearchHit) -> [String] {
    let room = max(24, min(66, screen.terminal.columns - 8) * 2 - 8)
    let excerpt = Excerpt(of: hit, columns: room)
    let lines = screen.lines(of: excerpt.text, indent: 4)
    // The words that were found are made bold only where they lie within one line.
    return lines.map { line in
      guard let place = line.firstRange(of: excerpt.found) else { return line }
      return String(line[..<place.lowerBound]) + screen.style.bold(excerpt.found)
        + String(line[place.upperBound...])
    }
  }
}

/// The words around what was found, cut at the ends of words.
struct Excerpt: Equatable {
  /// The words, with `…` where something was left out.
  let text: String

  /// What was found, as it stands in the text.
  let found: String

  /// Cuts an excerpt.
  ///
  /// - Parameters:
  ///   - hit: The place.
  ///   - columns: How wide the excerpt may be.
  init(of hit: SearchHit, columns: Int) {
    let whole = hit.passage.text.plaintext
    found = Self.oneLine(whole[hit.range])
    let room = max(0, columns - DisplayWidth.columns(of: found)) / 2
    let before = Self.oneLine(whole[..<hit.range.lowerBound])
    let after = Self.oneLine(whole[hit.range.upperBound...])
    let left = Self.words(before.reversed(), columns: room)
    let right = Self.words(Array(after), columns: room * 2 - left.count)
    text =
      (left.count < before.count ? "…" : "") + String(left.reversed()) + found + String(right)
      + (right.count < after.count ? "…" : "")
  }

  /// As many letters as fit, ended before a word that does not.
  private static func words(_ letters: [Character], columns: Int) -> [Character] {
    var width = 0
    let fitting = letters.prefix { letter in
      width += DisplayWidth.columns(of: letter)
      return width <= columns
    }
    guard fitting.count < letters.count else { return letters }
    let end = fitting.lastIndex(of: " ") ?? fitting.endIndex
    return Array(fitting[..<end])
  }

  private static func oneLine(_ text: Substring) -> String {
    var line = ""
    for letter in Printable(String(text)).text {
      if !letter.isWhitespace { line.append(letter) } else if line.last != " " { line.append(" ") }
    }
    return line
  }
}
