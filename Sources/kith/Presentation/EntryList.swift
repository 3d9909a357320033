import Coach
import Console

/// Lists entries, one a line, newest last.
struct EntryList {
  let screen: Screen

  /// Shows the list.
  func show(_ entries: [Record]) throws {
    guard !entries.isEmpty else { return try screen.say("Nothing is written yet.") }
    try screen.write(entries.map(line))
    try screen.write([""])
    try screen.say("'kith journal show ID' opens one; the first letters of the ID will do.")
  }

  private func line(_ record: Record) -> String {
    let time = "\(record.at.day) \(record.at.hour.twoDigits):\(record.at.minute.twoDigits)"
    let start = "\(record.id.prefix(8))  \(time)  \(record.kind.label)"
    let rest = screen.terminal.columns - DisplayWidth.columns(of: start) - 3
    guard let words = record.firstWords, rest > 8 else { return start }
    return "\(start)  \(clipped(words, to: rest))"
  }

  /// Shortens a text to a width, never within a letter.
  private func clipped(_ text: String, to width: Int) -> String {
    let line = Printable(text).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard DisplayWidth.columns(of: line) > width else { return line }
    var short = ""
    for letter in line {
      guard DisplayWidth.columns(of: short + String(letter)) < width else { break }
      short.append(letter)
    }
    return short + "…"
  }
}

extension Record {
  /// The first words the person wrote in it; `nil` where they wrote none.
  fileprivate var firstWords: String? {
    if let note = body?.notes.first { return note.text.plaintext }
    return ["chk.good", "chk.hard", "step.what"].lazy.compactMap { body?.text($0) }.first
  }
}

extension Record.Kind {
  /// The kind in words for people.
  var label: String {
    switch self {
    case .checkIn: "check-in"
    case .note: "note"
    case .reading: "reading"
    case .profile: "profile"
    case .filledForm: "form"
    case .inventory: "people in your life"
    default: rawValue
    }
  }
}

extension Int {
  /// The number with two digits.
  var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
