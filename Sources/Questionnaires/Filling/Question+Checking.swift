import FoundationEssentials

extension Question {
  /// Checks that answers fit the question.
  ///
  /// - Parameter values: The answers.
  /// - Throws: `AnswerProblem` for the first rule that is broken.
  public func check(_ values: [AnswerValue]) throws(AnswerProblem) {
    guard !values.isEmpty else { throw .empty }
    guard values.count == 1 || repeats else { throw .onlyOne }
    if let limit = limits.maxOccurs, values.count > limit { throw .tooMany(limit: limit) }
    if values.count > 1,
      let alone = options.first(where: { $0.isExclusive && values.contains(where: $0.matches) })
    {
      throw .exclusive(alone.label)
    }
    for value in values { try check(value) }
  }

  private func check(_ value: AnswerValue) throws(AnswerProblem) {
    switch (kind, value) {
    case (.choice(_, let open), _):
      guard !options.contains(where: { $0.matches(value) }) else { return }
      guard open, case .string = value else { throw .notAnOption(count: options.count) }
    case (.integer(let range), .integer(let number)):
      if let range, !range.contains(number) { throw .notWhole(range) }
    case (.string, .string(let text)):
      guard !text.plaintext.contains(where: \.isNewline) else { throw .notOneLine }
    case (.url, .uri(let text)):
      guard text.plaintext.contains(":"), !text.plaintext.contains(where: \.isWhitespace) else {
        throw .notAURL
      }
    case (.quantity, .quantity(let quantity)): try checkUnit(of: quantity)
    case (.boolean, .boolean), (.another, .boolean), (.decimal, .decimal), (.decimal, .integer),
      (.date, .date), (.dateTime, .dateTime), (.time, .time), (.text, .string):
      break
    default: throw .wrongType
    }
    try limits.check(value)
  }

  private func checkUnit(of quantity: Quantity) throws(AnswerProblem) {
    let fits = limits.units.contains { $0.code == quantity.code && $0.system == quantity.system }
    guard fits || limits.units.isEmpty else { throw .wrongUnit(limits.units.map(\.unitName)) }
  }
}

extension Limits {
  /// Checks that an answer keeps to the limits.
  func check(_ value: AnswerValue) throws(AnswerProblem) {
    if minimum.flatMap(value.order) == .less || maximum.flatMap(value.order) == .greater {
      throw .outOfRange(lower: minimum?.limitWords, upper: maximum?.limitWords)
    }
    if let limit = maxDecimalPlaces, let number = value.number, -number.exponent > limit {
      throw .tooManyDecimalPlaces(limit: limit)
    }
    if let text = value.text?.plaintext { try check(text) }
  }

  private func check(_ text: String) throws(AnswerProblem) {
    if let minLength, text.count < minLength { throw .tooShort(minimum: minLength) }
    if let maxLength, text.count > maxLength { throw .tooLong(maximum: maxLength) }
    guard let pattern, TextPattern(pattern).canBeTried(on: text) else { return }
    // A pattern that cannot be read is a fault of the form, not of the answer.
    guard let regex = try? Regex(pattern) else { return }
    // A failure to match for another reason counts as no match.
    let match = try? regex.wholeMatch(in: text)
    guard match != nil else { throw .wrongFormat(entryFormat) }
  }
}

extension AnswerValue {
  /// A limit in words.
  fileprivate var limitWords: String? {
    switch self {
    case .integer(let value): "\(value)"
    case .decimal(let value): "\(value)"
    case .date(let date): "\(date)"
    case .dateTime(let moment): "\(moment)"
    case .time(let time): "\(time)"
    case .quantity(let quantity):
      [quantity.value.map { "\($0)" }, quantity.unitName].compactMap { $0 }
        .joined(separator: " ")
    case .boolean, .string, .coding, .uri, .unsupported: nil
    }
  }
}
