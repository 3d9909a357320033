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

  private func faults(in line: LineEntry) -> [ContentFault] {
    var faults: [ContentFault] = []
    let words = line.text.split(whereSeparator: \.isWhitespace)
    if words.count > Self.longestLine {
      faults.append(
        fault("KI0111", line, "\(words.count) words; a line has \(Self.longestLine) at most"))
    }
    if hasPhoneNumber(line.text) {
      faults.append(
        fault("KI0112", line, "numbers of helplines stand in helplines.tsv; use <<helplines>>"))
    }
    let plain = " " + words.map { Self.bare($0) }.joined(separator: " ") + " "
    for rule in rules where plain.contains(" \(rule.pattern) ") {
      faults.append(fault("KI0113", line, "'\(rule.pattern)': \(rule.reason)"))
    }
    if line.text.contains("!") {
      faults.append(fault("KI0113", line, "no exclamation marks: they are loud on a bad day"))
    }
    return faults
  }

  private func fault(_ code: String, _ line: LineEntry, _ message: String) -> ContentFault {
    ContentFault(code, file: line.file, line: line.line, message)
  }

  /// Three digits in a row that are not a year or a number of the person's own.
  private func hasPhoneNumber(_ text: String) -> Bool {
    text.matches(of: /[0-9][0-9 -]+[0-9]/).contains { match in
      let digits = match.output.filter(\.isNumber)
      let isYear = digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
      return digits.count >= 3 && !isYear
    }
  }

  private static func bare(_ word: Substring) -> String {
    String(word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "-" })
  }
}
