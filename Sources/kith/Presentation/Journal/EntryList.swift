import Coach
import Console

/// Lists entries, one a line, newest last.
struct EntryList {
  let screen: Screen
  let index: EntryIndex

  /// Whether the first words of each entry, its tags and people are shown.
  var showsTitles = false

  /// The people of the inventory, by whom ids are turned into names.
  var people: [Person] = []

  /// How wide the kinds of the entries are, which stand below each other.
  private var labelColumns = 10

  /// Makes a list.
  init(screen: Screen, index: EntryIndex, showsTitles: Bool = false, people: [Person] = []) {
    self.screen = screen
    self.index = index
    self.showsTitles = showsTitles
    self.people = people
  }

  /// Shows the list, and how to go on from it.
  ///
  /// - Parameters:
  ///   - entries: The entries, oldest first.
  ///   - count: How many there are, shown or not.
  ///   - isFiltered: Whether something narrowed them down.
  /// - Throws: ``Leaving`` when the person leaves where the window is full.
  func show(_ entries: [Record], of count: Int, isFiltered: Bool) throws {
    guard !entries.isEmpty else {
      return try screen.say(isFiltered ? "No entry matches." : "Nothing is written yet.")
    }
    let rest =
      entries.count < count
      ? [
        (entries.count == 1
          ? "This is the newest of \(count)."
          : "These are the newest \(entries.count) of \(count).")
          + (isFiltered ? "" : " --all lists every one.")
      ] : []
    let hint = "'kith journal show NUMBER' opens one."
    var list = self
    list.labelColumns = entries.map { DisplayWidth.columns(of: $0.label) }.reduce(10, max)
    try screen.page(
      entries.flatMap(list.lines) + [""]
        + screen.lines(of: (rest + [hint]).joined(separator: " ")) + [""])
  }

  /// One line for an entry, or two in a narrow window.
  func lines(_ record: Record) -> [String] {
    let number = index.number(of: record.id).map(String.init) ?? "-"
    let time = "\(record.at.hour.twoDigits):\(record.at.minute.twoDigits)"
    let about = showsTitles ? title(of: record) : amount(of: record)
    if screen.isPlain {
      let start = "\(number). \(record.at.day) \(time), \(record.label)"
      let about = about.map { clipped($0, to: 60) }
      let row = [start, about, "ID \(record.id.prefix(8))"].compactMap(\.self)
        .joined(separator: ", ")
      return screen.terminal.isInteractive ? screen.lines(of: row) : [row]
    }
    let columns = screen.terminal.columns
    let digits = max(3, String(index.listed.count).count)
    let mark = String(repeating: " ", count: max(0, digits - number.count)) + number
    guard columns >= 60 else {
      let first = "\(mark)  \(record.at.day)  \(record.label)"
      guard showsTitles, let about else { return [clipped(first, to: columns - 1)] }
      return [
        clipped(first, to: columns - 1),
        String(repeating: " ", count: digits + 2) + clipped(about, to: columns - digits - 3),
      ]
    }
    let start = "\(mark)  \(record.id.prefix(8))  \(record.at.day) \(time)  \(record.label)"
    guard let about else { return [start] }
    let gap = String(
      repeating: " ", count: max(2, digits + 32 + labelColumns - DisplayWidth.columns(of: start)))
    let left = columns - 1 - DisplayWidth.columns(of: start + gap)
    return [start + gap + clipped(about, to: left)]
  }

  private func amount(of record: Record) -> String? {
    let count = record.wordCount
    return count == 0 ? nil : count == 1 ? "1 word" : "\(count) words"
  }

  /// The first words the person wrote, with tags and people behind them.
  private func title(of record: Record) -> String? {
    let names = record.people.map { id in people.first { $0.id == id }?.name.plaintext ?? id }
    let filed = record.tags.map { "#\($0)" } + names.map { "@\($0)" }
    let words = record.passages.first?.text.plaintext
    let all = (words.map { [$0] } ?? []) + filed
    return all.isEmpty ? nil : all.joined(separator: "  ")
  }

  /// Shortens a text to a width, never within a letter.
  private func clipped(_ text: String, to width: Int) -> String {
    let line = Printable(text).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let start = String(text.prefix { $0 == " " })
    guard DisplayWidth.columns(of: start + line) > width else { return start + line }
    var short = start
    for letter in line {
      guard DisplayWidth.columns(of: short + String(letter)) < width else { break }
      short.append(letter)
    }
    return short + "…"
  }
}

extension Record {
  /// The kind in words, and whether the entry was captured without unlock.
  fileprivate var label: String { kind.label + (body?.captured == true ? " (captured)" : "") }
}

extension Record.Kind {
  /// The kind in words for people.
  var label: String {
    switch self {
    case .checkIn: "check-in"
    case .filledForm: "form"
    case .inventory: "your people"
    default: rawValue
    }
  }
}

extension Int {
  /// The number with two digits.
  var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
