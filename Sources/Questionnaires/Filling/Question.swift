/// One question, with all that is needed to ask it on any kind of screen.
public struct Question: Equatable, Sendable {
  /// What kind of answer is wanted.
  public enum Kind: Equatable, Sendable {
    /// One of the options or, where `multiple`, some; where `open`, own words will do too.
    case choice(multiple: Bool, open: Bool)
    /// Yes or no.
    case boolean
    /// A whole number; `nil` where any will do.
    case integer(ClosedRange<Int>?)
    /// A number.
    case decimal
    /// A date, of which the day or month may be left out.
    case date
    /// A moment, of which the time may be left out.
    case dateTime
    /// A time of day.
    case time
    /// One line of words.
    case string(maxLength: Int?)
    /// Words, as many as wanted.
    case text
    /// A number with a unit; the unit in words where the form fixes it.
    case quantity(unit: String?)
    /// A web address.
    case url
    /// Whether there is one more repetition of a group; with the name of the group.
    case another(String)
  }

  /// The question's number among all that are asked.
  public struct Position: Equatable, Sendable {
    /// The number, counted from 1.
    public var number: Int
    /// How many questions there are as things stand; it can change with the answers.
    public var total: Int

    /// Makes a position.
    public init(number: Int, total: Int) {
      self.number = number
      self.total = total
    }
  }

  /// The item of the form.
  public var linkID: LinkID
  /// Where the answer goes.
  public var path: ItemPath
  /// The question.
  public var text: String
  /// What stands before it, such as a number.
  public var prefix: String?
  /// What kind of answer is wanted.
  public var kind: Kind
  /// Whether the form cannot be completed without an answer.
  public var isRequired = false
  /// Whether several answers may be given.
  public var repeats = false
  /// What is offered to choose from.
  public var options: [AnswerOption] = []
  /// What the answer has to keep to.
  public var limits = Limits()
  /// Help for the one who answers.
  public var help: String?
  /// Why it is asked.
  public var why: String?
  /// What the lower end of a scale means.
  public var lower: String?
  /// What the upper end of a scale means.
  public var upper: String?
  /// The invitation to answer in own words.
  public var openLabel: String?
  /// The unit of a number, where the form fixes it.
  public var unit: Coding?
  /// The text of the group around it, which its own text may need to be understood.
  public var groupText: String?
  /// The name of the repetition it belongs to, such as the person it is about.
  public var instanceLabel: PrivateText?
  /// Its number among all questions; `nil` where questions are not counted.
  public var position: Position?
  /// The answers it has so far.
  public var previous: [AnswerValue] = []
  /// What becomes of the answers.
  public var retention = Retention.keep
  /// How the form would like it to be shown.
  public var presentation = Presentation()
  /// The innermost repetition of a group that it belongs to; for the question whether there is one
  /// more, the last repetition.
  public var repetition: Repetition?
  /// Whether its answer names the repetition it belongs to.
  public var isLabel = false
  /// The table it is a cell of.
  public var table: FormTable?
  /// Whether it was left for later.
  public var isPostponed = false

  /// Makes a question that belongs to no form.
  ///
  /// - Parameters:
  ///   - linkID: The name under which its answer is known.
  ///   - text: The question.
  ///   - kind: What kind of answer is wanted.
  public init(linkID: LinkID, text: String, kind: Kind) {
    self.linkID = linkID
    path = ItemPath([ItemPath.Step(linkID: linkID)])
    self.text = text
    self.kind = kind
  }
}

extension Question {
  /// Makes the question that an item asks; `nil` for items that ask nothing a console can take.
  init?(_ item: Item) {
    guard let kind = Kind(item) else { return nil }
    self.init(linkID: item.linkID, text: item.text, kind: kind)
    prefix = item.prefix
    isRequired = item.isRequired
    repeats = item.repeats
    options = item.options
    limits = item.limits
    help = item.help
    why = item.why
    lower = item.lower
    upper = item.upper
    openLabel = item.openLabel
    unit = item.unit
    presentation = item.presentation
  }
}

extension Question.Kind {
  fileprivate init?(_ item: Item) {
    guard item.options.isEmpty else {
      self = .choice(multiple: item.repeats, open: item.type == .openChoice)
      return
    }
    switch item.type {
    case .group, .display, .unsupported: return nil
    // Choices that are not in the form cannot be offered: own words are better than no answer.
    case .choice, .openChoice, .string: self = .string(maxLength: item.limits.maxLength)
    case .boolean: self = .boolean
    case .integer: self = .integer(Self.range(of: item.limits))
    case .decimal: self = .decimal
    case .date: self = .date
    case .dateTime: self = .dateTime
    case .time: self = .time
    case .text: self = .text
    case .quantity: self = .quantity(unit: item.unit.map(\.unitName))
    case .url: self = .url
    }
  }

  private static func range(of limits: Limits) -> ClosedRange<Int>? {
    let lower: Int? = if case .integer(let value) = limits.minimum { value } else { nil }
    let upper: Int? = if case .integer(let value) = limits.maximum { value } else { nil }
    guard lower != nil || upper != nil else { return nil }
    let (low, high) = (lower ?? .min, upper ?? .max)
    return low <= high ? low...high : nil
  }
}
