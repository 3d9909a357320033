import Questionnaires
import YarnRuntime

/// Checks the words that a person reads: length, tone, and numbers that may be out of date.
struct WordingCheck {
  /// A word or phrase that is not used, and why.
  struct Rule {
    var pattern: String
    var reason: String
  }

  /// A line of at most this many words fits a narrow screen and a tired mind.
  static let longestLine = 45

  var rules: [Rule]

  /// Reads the rules from the table `tone.tsv`: a phrase in lower case and why it is not used.
  init(_ table: TabTable) {
    rules = table.rows.compactMap { row in
      row.text("phrase").flatMap { phrase in
        row.text("reason").map { Rule(pattern: phrase, reason: $0) }
      }
    }
  }

  /// Every fault in the lines of a program.
  func faults(in program: Program) -> [ContentFault] {
    program.lines.values.flatMap(faults(in:))
  }

  /// Every fault in the words of a form of kith's own: its texts, help, reasons and options.
  func faults(in form: Questionnaire, file: String) -> [ContentFault] {
    form.allItems.flatMap { item in
      let words = [item.text, item.help, item.why, item.lower, item.upper, item.openLabel]
      return (words.compactMap { $0 } + item.options.map(\.label)).flatMap { text in
        faults(in: text, file: file, line: 1).map { fault in
          var fault = fault
          // A form is checked in a gentler way: its words are read at leisure.
          fault.severity = .warning
          fault.message = "\(item.linkID): \(fault.message)"
          return fault
        }
      }
    }
  }

  private func faults(in line: LineEntry) -> [ContentFault] {
    faults(in: line.text, file: line.file, line: line.line)
  }

  private func faults(in text: String, file: String, line: Int) -> [ContentFault] {
    func fault(_ code: String, _ message: String) -> ContentFault {
      ContentFault(code, file: file, line: line, message)
    }
    var faults: [ContentFault] = []
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count > Self.longestLine {
      faults.append(
        fault("KI0111", "\(words.count) words; a line has \(Self.longestLine) at most"))
    }
    if hasPhoneNumber(text) {
      faults.append(
        fault("KI0112", "numbers of helplines stand in helplines.tsv; use <<helplines>>"))
    }
    let plain = " " + words.map { Self.bare($0) }.joined(separator: " ") + " "
    for rule in rules where plain.contains(" \(rule.pattern) ") {
      faults.append(fault("KI0113", "'\(rule.pattern)': \(rule.reason)"))
    }
    if text.contains("!") {
      faults.append(fault("KI0113", "no exclamation marks: they are loud on a bad day"))
    }
    return faults
  }

  /// Three digits in a row that are not a year, a month or a day, such as `2024-11`.
  private func hasPhoneNumber(_ text: String) -> Bool {
    text.matches(of: /[0-9][0-9 -]+[0-9]/).contains { match in
      let isDate = match.output.wholeMatch(of: /(19|20)[0-9]{2}(-[0-9]{2}){0,2}/) != nil
      return match.output.filter(\.isNumber).count >= 3 && !isDate
    }
  }

  private static func bare(_ word: Substring) -> String {
    String(word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "-" })
  }
}
