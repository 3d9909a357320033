import Questionnaires

extension AnswerValue {
  /// The answer as scripts and lists show it: the code of a choice, the words or number otherwise.
  public var scriptText: String {
    switch self {
    case .boolean(let value): value ? "yes" : "no"
    case .integer(let value): "\(value)"
    case .decimal(let value): "\(value)"
    case .string(let text), .uri(let text): text.plaintext
    case .coding(let coding): coding.code ?? coding.display ?? ""
    case .date(let date): "\(date)"
    case .dateTime(let moment): "\(moment)"
    case .time(let time): "\(time)"
    case .quantity(let quantity): quantity.value.map { "\($0)" } ?? ""
    case .unsupported: ""
    }
  }
}
