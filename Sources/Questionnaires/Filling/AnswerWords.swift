import FoundationEssentials

extension AnswerValue {
  /// The answer as a person reads it.
  public var words: PrivateText {
    switch self {
    case .boolean(let value): PrivateText(value ? "yes" : "no")
    case .integer(let value): PrivateText("\(value)")
    case .decimal(let value): PrivateText("\(value)")
    case .string(let text), .uri(let text): text
    case .coding(let coding): PrivateText(coding.display ?? coding.code ?? "")
    case .date(let date): PrivateText("\(date)")
    case .dateTime(let moment):
      PrivateText(moment.time.map { "\(moment.date) \($0.short)" } ?? "\(moment.date)")
    case .time(let time): PrivateText(time.short)
    case .quantity(let quantity):
      PrivateText(
        [quantity.comparator, quantity.value.map { "\($0)" }, quantity.unitName]
          .compactMap { $0 }.joined(separator: " "))
    case .unsupported(let type):
      PrivateText(type.isEmpty ? "(cannot be shown)" : "(\(type.lowercased()), kept as it is)")
    }
  }
}

extension TimeOfDay {
  /// The time without seconds, where there are none.
  fileprivate var short: String {
    let text = "\(self)"
    return second == 0 ? String(text.dropLast(3)) : text
  }
}

extension Item {
  /// One answer as a person reads it, in the words of the form's own choices.
  func words(for value: AnswerValue) -> PrivateText {
    if let option = options.first(where: { $0.matches(value) }) { return PrivateText(option.label) }
    guard case .decimal = value, let unit, value.number != nil else { return value.words }
    return PrivateText("\(value.words.plaintext) \(unit.unitName)")
  }

  /// Several answers as a person reads them.
  func words(for values: [AnswerValue]) -> PrivateText {
    let divider = type == .text || type == .string ? "; " : ", "
    return PrivateText(values.map { words(for: $0).plaintext }.joined(separator: divider))
  }
}

extension Question {
  /// Answers as a person reads them, in the words of the question's own choices.
  ///
  /// - Parameter values: The answers.
  /// - Returns: The words; empty without answers.
  public func words(for values: [AnswerValue]) -> PrivateText {
    let words = values.map { value in
      options.first { $0.matches(value) }?.label ?? value.words.plaintext
    }
    return PrivateText(words.joined(separator: options.isEmpty ? "; " : ", "))
  }
}
