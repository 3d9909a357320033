import Console
import FoundationEssentials
import Questionnaires

/// How questions look and what may be typed, worked out of what the form says.
extension Question {
  /// Longer lists are not shown but completed.
  static let longestList = 60

  static let severalHint = "More than one is fine, such as 1,3."

  /// Whether the answer is in the person's own words.
  var takesWords: Bool {
    if case .string = kind { true } else { kind == .text }
  }

  /// Whether the answer may take many lines.
  var isLong: Bool { kind == .text }

  /// Whether it asks for one more repetition.
  var isAnother: Bool { if case .another = kind { true } else { false } }

  /// Whether several choices may be taken.
  var isMultiple: Bool { if case .choice(multiple: true, _) = kind { true } else { false } }

  /// Whether the name of a person is asked for.
  var asksForName: Bool { takesWords && limits.entryFormat == "name" }

  /// Whether the options count 0, 1, 2 and so on in a score, so that their numbers are those.
  var isScoredFromZero: Bool {
    options.count > 1 && options.enumerated().allSatisfy { $1.weight.map { "\($0)" } == "\($0)" }
  }

  /// The keys that answer without Enter: those of a scale of which every number is one figure.
  var instantKeys: Set<Character> {
    if case .choice(multiple: false, open: false) = kind, isScoredFromZero, options.count <= 10 {
      return Set(options.indices.flatMap { "\($0)" })
    }
    if case .integer(let range?) = kind, range.lowerBound >= 0, range.upperBound <= 9 {
      return Set(range.flatMap { "\($0)" })
    }
    return []
  }

  /// The option that a typed number means by what it counts; `nil` where numbers are places.
  func scored(_ typed: String) -> [AnswerValue]? {
    guard isScoredFromZero, !isMultiple, let number = Int(typed), options.indices.contains(number)
    else { return nil }
    return [options[number].value]
  }

  /// Own words in answer to an open choice, unless an option is meant by number or in full.
  func ownWords(_ typed: String) -> [AnswerValue]? {
    guard case .choice(multiple: false, open: true) = kind, Int(typed) == nil else { return nil }
    let folded = FoldedText(typed)
    guard !options.contains(where: { FoldedText($0.label) == folded }) else { return nil }
    return [.string(PrivateText(typed))]
  }

  /// What stands before the cursor: the range of a number, or yes and no.
  var cue: String {
    switch kind {
    case .integer(let range?) where range.lowerBound > .min && range.upperBound < .max:
      "\(range.lowerBound)-\(range.upperBound) "
    case .choice where isScoredFromZero: "0-\(options.count - 1) "
    case .boolean, .another: "yes or no "
    default: ""
    }
  }

  /// What Enter does here; `nil` where it does nothing of its own.
  func hint(keeping earlier: String?, takesKeys: Bool) -> String? {
    if let earlier { return "Enter keeps: \(earlier)" }
    if isAnother { return "Enter means no" }
    return instantKeys.isEmpty || !takesKeys ? nil : "One key is enough"
  }

  /// How to answer in own words where a choice allows that; `nil` where it does not.
  var invitation: String? {
    guard case .choice(_, open: true) = kind else { return nil }
    return (openLabel ?? "or type your own words").sentence
  }

  /// The scale that a number is to be given on; `nil` where its ends have no meaning.
  var scale: Scale? {
    guard case .integer(let range?) = kind, let lower, let upper, range.lowerBound > .min,
      range.upperBound < .max
    else { return nil }
    return Scale(range, lower: lower, upper: upper)
  }

  /// The table the answers go into, where a new row of it begins.
  var tableSoFar: FormTable? {
    guard let table, !table.rows.isEmpty else { return nil }
    return isAnother || table.columns.first?.linkID == linkID ? table : nil
  }

  /// The question as it is put: short where the window is narrow.
  ///
  /// A number that stands above it already is left out.
  func shownText(in terminal: Terminal) -> String {
    if case .another(let name) = kind { return Self.another(name) }
    let short = terminal.columns < 60 ? presentation.shortText : nil
    let number = prefix?.filter { $0.isLetter || $0.isNumber }
    let isTold = showsPosition && number == position.map { "\($0.number)" }
    return [isTold ? nil : prefix, short ?? text].compactMap { $0 }.joined(separator: " ")
  }

  /// Whether it is told which of the questions this is: of more than a few.
  var showsPosition: Bool {
    position.map { $0.total > 4 } ?? false
  }

  /// Which of the questions it is; `nil` where that is not told.
  func place(in terminal: Terminal, isOptional: Bool) -> String? {
    guard let position, showsPosition else { return nil }
    let place = "\(position.number) of \(position.total)"
    return terminal.isPlain ? "Question \(place)\(isOptional ? ", optional" : "")" : place
  }

  /// Why something typed is no answer here; `nil` where it may be one.
  ///
  /// The numbers of a scale are what they count, and a number beyond them means no place.
  func problem(with typed: String) -> String? {
    guard isScoredFromZero, !isMultiple, Int(typed) != nil, scored(typed) == nil else { return nil }
    return words(for: .notAnOption(count: options.count))
  }

  /// What keeps an answer from fitting, with the numbers that are shown.
  func words(for problem: AnswerProblem) -> String {
    guard case .notAnOption(let count) = problem, isScoredFromZero else {
      return "\(problem)".sentence
    }
    return "Please type a number from 0 to \(count - 1), or the first letters of an answer."
  }

  /// Asks for one more of what a group repeats.
  private static func another(_ name: String) -> String {
    let article = ["A ", "An ", "The "].first { name.hasPrefix($0) } ?? ""
    let name = String(name.withoutColon.dropFirst(article.count))
    guard !name.isEmpty else { return "Is there another one?" }
    guard name.split(separator: " ").count <= 3, name.dropFirst().first?.isUppercase == false else {
      return "One more for ‘\(name)’?"
    }
    return "Another \(name.prefix(1).lowercased() + name.dropFirst())?"
  }

  /// What stands below the question: how to type the answer, units, steps, addresses.
  var remarks: [String] {
    var remarks: [String] = []
    if let prompt = presentation.prompt { remarks.append(prompt) }
    if let format = limits.entryFormat, format != "name", takesWords || isNumber {
      remarks.append("Like this: \(format)")
    }
    remarks += [typing].compactMap { $0 }
    remarks += presentation.supportLinks.map { "See \($0)" }
    return remarks
  }

  private var isNumber: Bool {
    switch kind {
    case .integer, .decimal, .quantity: true
    default: false
    }
  }

  /// How an answer is typed where that is not plain from the question.
  private var typing: String? {
    let step = presentation.sliderStep.map { ", in steps of \($0)" } ?? ""
    let unitName = unit.map(\.unitName)
    switch kind {
    case .date: return "A date such as 2026-11-23. A month, a year, today or yesterday will do."
    case .dateTime: return "A date and time such as 2026-11-23 18:30. The date alone will do."
    case .time: return "A time such as 18:30."
    case .url: return "A web address, such as https://example.org."
    case .quantity(let fixed):
      let units = limits.units.map(\.unitName)
      if let name = fixed ?? unitName { return "A number, in \(name)." }
      return units.isEmpty
        ? "A number, with its unit." : "A number and its unit: \(units.joined(separator: ", "))."
    case .integer where unitName != nil || !step.isEmpty, .decimal where unitName != nil:
      return "A number\(unitName.map { ", in \($0)" } ?? "")\(step)."
    case .string where repeats, .integer where repeats, .decimal where repeats:
      return "More than one is fine, with a semicolon between them."
    default: return nil
    }
  }

  /// Everything that helps with this question, for `:help`.
  var helpTexts: [String] {
    let format = limits.entryFormat.map { $0 == "name" ? "A name." : "Like this: \($0)" }
    return [help, presentation.flyover, isRequired ? "It is needed to finish." : nil, format]
      .compactMap { $0 }
  }
}

extension PartialDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The date in words: `23 November 2026`, `November 2024`, `2024`.
  var inWords: String {
    guard let month, Self.months.indices.contains(month - 1) else { return "\(year)" }
    let name = "\(Self.months[month - 1]) \(year)"
    return day.map { "\($0) \(name)" } ?? name
  }
}
