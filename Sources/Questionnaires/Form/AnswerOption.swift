import FoundationEssentials

/// One of the answers a question offers.
public struct AnswerOption: Equatable, Sendable {
  /// The words for it.
  public var label: String
  /// The answer that choosing it gives.
  public var value: AnswerValue
  /// What it counts in a score; `nil` where it counts nothing.
  public var weight: Decimal?
  /// What stands before the words, such as `a.`.
  public var prefix: String?
  /// Whether it goes with no other choice.
  public var isExclusive: Bool
  /// Whether it is chosen to begin with.
  public var isInitial: Bool

  /// Makes an option.
  public init(
    label: String, value: AnswerValue, weight: Decimal? = nil, prefix: String? = nil,
    isExclusive: Bool = false, isInitial: Bool = false
  ) {
    self.label = label
    self.value = value
    self.weight = weight
    self.prefix = prefix
    self.isExclusive = isExclusive
    self.isInitial = isInitial
  }

  /// Whether an answer is this option, whatever words it uses.
  ///
  /// - Parameter answer: The answer to look at.
  /// - Returns: `true` when they are the same.
  public func matches(_ answer: AnswerValue) -> Bool {
    if case .coding(let mine) = value, case .coding(let theirs) = answer {
      return mine.matches(theirs)
    }
    return value == answer
  }
}

extension AnswerOption {
  /// Reads an element of `answerOption`.
  init?(_ json: JSONValue) {
    guard let value = AnswerValue("value", in: json) else { return nil }
    let holder = json["valueCoding"] ?? json
    self.init(
      label: value.label, value: value,
      weight: json.weight ?? holder.weight,
      prefix: (json.extensionValue(ExtensionURL.optionPrefix)
        ?? holder.extensionValue(ExtensionURL.optionPrefix))?.string,
      isExclusive: json.extensionValue(ExtensionURL.optionExclusive)?.bool ?? false,
      isInitial: json["initialSelected"]?.bool ?? false)
  }

  /// Reads a concept of a value set.
  init(concept: JSONValue, system: String?) {
    let code = concept["code"]?.string
    let display = concept["display"]?.string
    self.init(
      label: display ?? code ?? "",
      value: .coding(
        Coding(system: concept["system"]?.string ?? system, code: code, display: display)),
      weight: concept.weight)
  }
}

extension JSONValue {
  fileprivate var weight: Decimal? {
    (extensionValue(ExtensionURL.itemWeight) ?? extensionValue(ExtensionURL.ordinalValue))?.decimal
  }
}

extension AnswerValue {
  /// The words an option with this value is shown with.
  ///
  /// Option values come from the form's author, so showing them is no breach of privacy.
  fileprivate var label: String {
    switch self {
    case .coding(let coding): coding.display ?? coding.code ?? ""
    case .string(let text), .uri(let text): text.plaintext
    case .boolean(let value): value ? "yes" : "no"
    case .integer(let value): "\(value)"
    case .decimal(let value): "\(value)"
    case .date(let date): "\(date)"
    case .dateTime(let moment): "\(moment)"
    case .time(let time): "\(time)"
    case .quantity(let quantity):
      [quantity.value.map { "\($0)" }, quantity.unit ?? quantity.code].compactMap { $0 }
        .joined(separator: " ")
    case .unsupported: ""
    }
  }
}
