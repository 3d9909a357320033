import Coach
import Console
import Questionnaires

/// The forms there are, in the order in which a person would look for them.
struct FormCatalog {
  /// What a form is.
  enum Kind: String {
    case worksheet, measure, added
  }

  /// One form.
  struct Entry {
    var id: String
    var kind: Kind
    var form: Questionnaire

    /// What it is called; what it is for, where the title is no more than the name.
    var title: String {
      let title = form.title ?? ""
      guard FoldedText(title) == FoldedText(id), let words = form.json["description"]?.string else {
        return title
      }
      return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
  }

  /// Forms that belong together.
  struct Section {
    var title: String
    var entries: [Entry]
  }

  /// All of them, by name, those that were brought last.
  let entries: [Entry]

  /// Which worksheets belong together, by how their names begin.
  private static let areas = [
    ("grief-", "Grief"), ("dispute-", "Disagreements"), ("change-", "A change in your life"),
    ("contact-", "Being with people"), ("ending-", "Coming to the end"),
  ]

  /// Forms that have commands of their own and are not filled in by themselves.
  private static let inSittings: Set<String> = ["welcome", "check-in", Person.form]

  init(_ content: ContentLibrary, added: [AddedForm] = []) {
    let own = content.questionnaires.sorted { $0.key < $1.key }.map { id, form in
      Entry(id: id, kind: content.measures[id] == nil ? .worksheet : .measure, form: form)
    }
    entries = own + added.map { Entry(id: $0.id, kind: .added, form: $0.questionnaire) }
  }

  /// The forms to choose from, by what they are for.
  var sections: [Section] {
    let worksheets = entries.filter { $0.kind == .worksheet && !Self.inSittings.contains($0.id) }
    var sections = Self.areas.map { start, title in
      Section(title: title, entries: worksheets.filter { $0.id.hasPrefix(start) })
    }
    let rest = worksheets.filter { entry in !Self.areas.contains { entry.id.hasPrefix($0.0) } }
    sections.append(Section(title: "For any of these", entries: rest))
    sections.append(Section(title: "Measures", entries: entries.filter { $0.kind == .measure }))
    sections.append(Section(title: "Brought by you", entries: entries.filter { $0.kind == .added }))
    return sections.filter { !$0.entries.isEmpty }
  }

  /// One line for each form, below a line for what they are for.
  func lines(for terminal: Terminal) -> [String] {
    sections.enumerated().flatMap { index, section in
      (index == 0 ? [] : [""]) + [section.title] + lines(of: section, for: terminal)
    }
  }

  private func lines(of section: Section, for terminal: Terminal) -> [String] {
    let width = section.entries.map(\.id.count).max() ?? 0
    return section.entries.map { entry in
      if terminal.isPlain { return "\(entry.id): \(Printable(entry.title).text)" }
      let space = String(repeating: " ", count: width - entry.id.count)
      let start = "  \(entry.id)\(space)  "
      let room = terminal.isInteractive ? terminal.columns - 1 - start.count : 200
      return start + Printable(entry.title).text.shortened(to: max(8, room))
    }
  }
}
