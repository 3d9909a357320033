import Console
import Questionnaires

/// Sets what a form holds into lines: a number, the question, and the answer or how it stands.
struct OutlineView {
  let terminal: Terminal

  /// The item with a score, which is not told before the form is finished; `nil` where there is
  /// none.
  var withheldScore: LinkID?

  /// More entries than this are shown in part, around the place where the person is.
  private static let longest = 40

  /// A whole form, or the part around the place where the person is, in blocks.
  ///
  /// - Parameters:
  ///   - filler: The form as it stands.
  ///   - words: `all` where all of a long form is wanted.
  /// - Returns: Lines that belong together and are not to be torn apart by the end of a page; an
  ///   empty one at the end.
  func blocks(of filler: FormFiller, _ words: String) -> [[String]] {
    let entries = filler.outline.entries.filter { entry in
      guard entry.state == .text, let name = entry.path.steps.last?.linkID else { return true }
      return filler.questionnaire.item(name)?.type == .group
    }
    let count = entries.count { $0.number != nil }
    let here = entries.firstIndex(where: \.isCurrent) ?? 0
    let isPart = entries.count > Self.longest && words != "all"
    let shown = isPart ? entries[max(0, here - 8)..<min(entries.count, here + 12)] : entries[...]
    let rest = isPart ? ["", "  The part around here, of \(count). :list all shows all."] : []
    return blocks(of: shown) + [rest + [""]]
  }

  /// The lines of entries in blocks: an entry whole, a heading with the entry that follows it.
  func blocks(of entries: some Sequence<FormOutline.Entry>) -> [[String]] {
    var blocks: [[String]] = []
    var (followsHeading, wasInside) = (false, false)
    for entry in entries where !isWithheld(entry) {
      let isInside = entry.depth > 0 || entry.repetition != nil
      let lines = (wasInside && !isInside ? [""] : []) + lines(of: entry)
      if followsHeading {
        blocks[blocks.count - 1] += lines
      } else {
        blocks.append(lines)
      }
      (followsHeading, wasInside) = (entry.state == .text, isInside)
    }
    // What stands before the first of them ends with an empty line of its own.
    if blocks.first?.first == "" { blocks[0].removeFirst() }
    return blocks
  }

  private func isWithheld(_ entry: FormOutline.Entry) -> Bool {
    withheldScore != nil && entry.path.steps.last?.linkID == withheldScore
  }

  /// The lines of what keeps a form from being finished, with numbers.
  func lines(of problems: [FormProblem]) -> [String] {
    problems.enumerated().flatMap { index, problem in
      let name = problem.repetition.map { "\($0.title): " } ?? ""
      let text = problem.text.isEmpty ? "" : "\(problem.text.withoutColon): "
      return entry("\(index + 1)", "\(name)\(text)\(problem)", isHere: false)
    }
  }

  /// The lines of one entry.
  func lines(of entry: FormOutline.Entry) -> [String] {
    let own = entry.prefix.map { $0.filter(\.isNumber) == "\(entry.number ?? 0)" } ?? false
    let text = [own ? nil : entry.prefix, entry.text].compactMap { $0 }.joined(separator: " ")
    if let repetition = entry.repetition {
      return ["", margin + Printable(repetition.title).text]
    }
    guard let number = entry.number else {
      let value = entry.standing.isEmpty ? "" : ": \(entry.standing)"
      return wrapped("\(text.withoutColon)\(value)", indent: 0)
    }
    return row("\(number)", text, entry.standing, isHere: entry.isCurrent)
  }

  private func row(_ mark: String, _ text: String, _ answer: String, isHere: Bool) -> [String] {
    if terminal.isPlain {
      let divider = text.hasSuffix("?") || text.hasSuffix(":") || answer.isEmpty ? " " : ": "
      let here = isHere ? " (you are here)" : ""
      return wrapped("\(mark). \(text)\(divider)\(answer)\(here)", indent: 0)
    }
    let width = min(68, terminal.columns - 2)
    let left = width < 56 ? width - 8 : 34
    let question = WrappedText(measure: left, margin: 0).lines(of: oneLine(text))
    let start = (isHere ? ">" : " ") + String(repeating: " ", count: max(0, 3 - mark.count)) + mark
    var lines = question.enumerated().map { index, line in
      (index == 0 ? start : "    ") + "  " + line
    }
    if width < 56 {
      return lines + WrappedText(measure: width - 10, margin: 8).lines(of: oneLine(answer))
    }
    let answers = WrappedText(measure: width - left - 9, margin: 0).lines(of: oneLine(answer))
    while lines.count < answers.count { lines.append("") }
    for (index, line) in answers.enumerated() {
      let used = DisplayWidth.columns(of: lines[index])
      lines[index] += String(repeating: " ", count: max(2, left + 9 - used)) + line
    }
    return lines
  }

  private func entry(_ mark: String, _ text: String, isHere: Bool) -> [String] {
    if terminal.isPlain { return ["\(mark). \(oneLine(text))"] }
    var lines = wrapped(text, indent: mark.count + 2)
    let space = margin.count + mark.count + 2
    if let first = lines.first { lines[0] = "\(margin)\(mark)  \(first.dropFirst(space))" }
    return lines
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    WrappedText(
      measure: min(66, terminal.columns - 4) - indent,
      margin: margin.count + (terminal.isPlain ? 0 : indent)
    ).lines(of: oneLine(text))
  }

  private var margin: String { terminal.isPlain ? "" : "  " }

  private func oneLine(_ text: String) -> String {
    Printable(text).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension FormOutline.Entry {
  /// The answer, or how it stands without one.
  var standing: String {
    switch state {
    case .answered, .calculated: answer.plaintext
    case .skipped: "(skipped)"
    case .needed: "(needed to finish)"
    case .open: "(not yet asked)"
    case .notApplicable: "\(answer.plaintext) (no longer applies)"
    case .unaskable:
      answer.plaintext.isEmpty ? "(cannot be filled in here)" : answer.plaintext
    case .text: ""
    }
  }
}
