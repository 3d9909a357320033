/// The options of a question, as things a person can point at by typing.
struct OptionList {
  let options: [AnswerOption]
  /// Whether own words will do where no option fits.
  let isOpen: Bool

  /// Finds the one answer that is meant.
  func one(_ typed: String) throws(AnswerProblem) -> AnswerValue {
    if let option = try option(typed) { return option.value }
    guard isOpen, !typed.allSatisfy(\.isASCIIDigit) else {
      throw .notAnOption(count: options.count)
    }
    return .string(PrivateText(typed))
  }

  /// Finds all answers that are meant, each once.
  func several(_ typed: String) throws(AnswerProblem) -> [AnswerValue] {
    if let only = try option(typed) { return [only.value] }
    var values: [AnswerValue] = []
    for part in parts(of: typed) {
      let value = try one(part)
      if !values.contains(value) { values.append(value) }
    }
    guard !values.isEmpty else { throw .empty }
    return values
  }

  private func parts(of typed: String) -> [String] {
    let areNumbers = typed.allSatisfy {
      $0.isASCIIDigit || $0.isWhitespace || $0 == "," || $0 == "-" || $0 == "–"
    }
    return typed.split { $0 == "," || (areNumbers && $0.isWhitespace) }
      .map { String($0).trimmed }.filter { !$0.isEmpty }
      .flatMap { areNumbers ? numbers(in: $0) : [$0] }
  }

  /// The numbers of a range such as `2-4`; anything else as it is.
  private func numbers(in part: String) -> [String] {
    let ends = part.split { $0 == "-" || $0 == "–" }.compactMap { Int($0) }
    guard ends.count == 2, 1 <= ends[0], ends[0] <= ends[1], ends[1] <= options.count else {
      return [part]
    }
    return (ends[0]...ends[1]).map(String.init)
  }

  /// The option that is meant; `nil` when none is.
  private func option(_ typed: String) throws(AnswerProblem) -> AnswerOption? {
    let isNumber = typed.allSatisfy(\.isASCIIDigit)
    if isNumber, let number = Int(typed), (1...max(1, options.count)).contains(number) {
      return options.isEmpty ? nil : options[number - 1]
    }
    let word = FoldedText(typed)
    if let exact = options.first(where: { FoldedText($0.label) == word }) { return exact }
    let fitting = options.filter {
      FoldedText($0.label).hasPrefix(word)
        || (!isNumber && FoldedText($0.value.code ?? "") == word)
    }
    guard fitting.count < 2 else { throw .ambiguous(fitting.map(\.label)) }
    return fitting.first
  }
}
