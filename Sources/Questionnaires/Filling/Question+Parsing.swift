import FoundationEssentials

extension Question {
  /// Reads what a person typed as an answer.
  ///
  /// For choices, a number means the place in the list, also where codes or labels are numbers: it
  /// is what stands on the screen. A label that begins with a number can be typed when the list is
  /// not that long. Other words may be the label, its first letters, or the code.
  ///
  /// - Parameters:
  ///   - typed: What was typed. Questions that repeat take several answers: choices divided by
  ///     commas (numbers also by spaces), everything else by semicolons.
  ///   - today: The day it is for the person, for `today`, `last Monday` and the like.
  /// - Returns: The answers, which `FormFiller.answer(_:)` takes.
  /// - Throws: `AnswerProblem`, which says what is possible and never repeats what was typed.
  public func parse(_ typed: String, today: PartialDate) throws(AnswerProblem) -> [AnswerValue] {
    let trimmed = typed.trimmed
    guard !trimmed.isEmpty else { throw .empty }
    let values: [AnswerValue]
    if case .choice(let multiple, let open) = kind {
      let list = OptionList(options: options, isOpen: open)
      values = try multiple ? list.several(trimmed) : [list.one(trimmed)]
    } else if repeats && kind != .text {
      values = try list(trimmed, today: today)
    } else {
      values = [try value(trimmed, today: today)]
    }
    try check(values)
    return values
  }

  private func list(_ text: String, today: PartialDate) throws(AnswerProblem) -> [AnswerValue] {
    var values: [AnswerValue] = []
    for part in text.split(separator: ";").map({ String($0).trimmed }) where !part.isEmpty {
      values.append(try value(part, today: today))
    }
    return values
  }

  private func value(_ text: String, today: PartialDate) throws(AnswerProblem) -> AnswerValue {
    switch kind {
    case .boolean, .another: return .boolean(try yesOrNo(text))
    case .integer(let range):
      guard let value = Int(text) else { throw .notWhole(range) }
      return .integer(value)
    case .decimal: return .decimal(try decimal(text))
    case .date:
      guard let date = DateWords(text, today: today).date else { throw .notADate }
      return .date(date)
    case .dateTime:
      guard let moment = moment(text, today: today) else { throw .notADateTime }
      return .dateTime(moment)
    case .time:
      guard let time = TimeWords(text).time else { throw .notATime }
      return .time(time)
    case .quantity: return .quantity(try quantity(text))
    case .url: return .uri(PrivateText(text.hasPrefix("www.") ? "https://\(text)" : text))
    case .string, .text, .choice: return .string(PrivateText(text))
    }
  }
}

extension Question {
  private func yesOrNo(_ text: String) throws(AnswerProblem) -> Bool {
    let word = FoldedText(text)
    if FoldedText("yes").hasPrefix(word) || word.text == "true" { return true }
    if FoldedText("no").hasPrefix(word) || word.text == "false" { return false }
    throw .notYesOrNo
  }

  private func decimal(_ text: String) throws(AnswerProblem) -> Decimal {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let digits = parts.enumerated().map { $0 == 0 ? $1.drop { "+-".contains($0) } : $1 }
    guard parts.count <= 2, text.count(where: { "+-".contains($0) }) <= 1,
      digits.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      let value = Decimal(string: parts.joined(separator: "."))
    else { throw .notANumber }
    return value
  }

  /// Reads a date, alone or followed by a time: `yesterday at 2 pm`.
  private func moment(_ text: String, today: PartialDate) -> DateTime? {
    if let moment = DateWords(text, today: today).date.flatMap({ DateTime(date: $0) }) {
      return moment
    }
    if let moment = DateTime(text) { return moment }
    let words = text.split(separator: " ").map(String.init)
    for place in words.indices.dropFirst() {
      let day = words[..<place].filter { $0.lowercased() != "at" }.joined(separator: " ")
      let clock = words[place...].joined(separator: " ")
      if let time = TimeWords(clock).time, let date = DateWords(day, today: today).date {
        return DateTime(date: date, time: time)
      }
    }
    return nil
  }

  /// Reads a number, with or without a unit behind it.
  private func quantity(_ text: String) throws(AnswerProblem) -> Quantity {
    let digits = text.prefix { $0.isASCIIDigit || "+-.,".contains($0) }
    let value = try decimal(String(digits))
    let unit = String(text.dropFirst(digits.count)).trimmed
    let known = limits.units + (self.unit.map { [$0] } ?? [])
    guard !unit.isEmpty || known.count == 1 else {
      guard known.isEmpty else { throw .wrongUnit(known.map(\.unitName)) }
      return Quantity(value: value)
    }
    let found = known.first { unit.isEmpty || $0.isUnit(unit) }
    guard found != nil || known.isEmpty else { throw .wrongUnit(known.map(\.unitName)) }
    return Quantity(
      value: value, unit: found?.unitName ?? unit, system: found?.system, code: found?.code)
  }
}

extension String {
  /// The text without space around it.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
