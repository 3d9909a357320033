/// A short list of things to choose from, by number or by a few letters.
public struct Menu: Equatable, Sendable {
  /// One thing to choose.
  public struct Choice: Equatable, Sendable {
    /// What is shown, and what typed letters are compared with.
    public var label: String

    /// A remark beside the label, such as a length of time.
    public var detail: String

    /// Whether it can be chosen at present; what cannot is shown without a number.
    public var isAvailable: Bool

    /// Makes a choice.
    ///
    /// - Parameters:
    ///   - label: What is shown.
    ///   - detail: A remark beside the label.
    ///   - isAvailable: Whether it can be chosen at present.
    public init(_ label: String, detail: String = "", isAvailable: Bool = true) {
      self.label = label
      self.detail = detail
      self.isAvailable = isAvailable
    }
  }

  /// What a typed answer came to; indices count from 0 in ``choices``.
  public enum Pick: Equatable, Sendable {
    /// Exactly one choice is meant.
    case choice(Int)

    /// The letters fit several choices.
    case ambiguous([Int])

    /// A number that no choice has, or that of a choice which is not available.
    case outOfRange

    /// Nothing was typed and no choice is suggested.
    case nothing

    /// The letters fit no choice.
    case unknown
  }

  /// What several answers at once came to.
  public enum Picks: Equatable, Sendable {
    /// Every answer is a choice; the indices in order and each once, or none for Enter alone.
    case choices([Int])

    /// The first answer that is no choice came to this.
    case unresolved(Pick)
  }

  /// The choices, in the order of their numbers.
  public var choices: [Choice]

  /// The index of the choice that Enter alone takes, or `nil` where nothing may be suggested.
  public var suggested: Int?

  /// The number that stands before the first choice; scales of answers often count from 0.
  public var firstNumber: Int

  /// Makes a menu.
  ///
  /// - Parameters:
  ///   - choices: The choices, in the order of their numbers.
  ///   - suggested: The index of the choice that Enter alone takes.
  ///   - firstNumber: The number that stands before the first choice.
  public init(_ choices: [Choice], suggested: Int? = nil, firstNumber: Int = 1) {
    self.choices = choices
    self.firstNumber = firstNumber
    self.suggested = suggested
  }

  /// Resolves an answer: a number, the whole label, a beginning that only one label has, or Enter.
  ///
  /// - Parameter typed: The answer as it was typed; case, accents and outer spaces do not matter.
  /// - Returns: Which choice is meant, or why none is.
  public func pick(_ typed: String) -> Pick {
    let folded = FoldedText(typed)
    if folded.letters.isEmpty { return suggested.map { .choice($0) } ?? .nothing }
    if let number = Self.number(in: folded.letters) { return pick(number: number) }
    let available = choices.indices.filter { choices[$0].isAvailable }
    let whole = available.filter { FoldedText(choices[$0].label) == folded }
    let begun = available.filter { folded.isPrefix(of: choices[$0].label) }
    let matches = whole.isEmpty ? begun : whole
    guard let only = matches.first else { return .unknown }
    return matches.count == 1 ? .choice(only) : .ambiguous(matches)
  }

  /// Resolves several answers at once, such as `"1 3"`, `"1, 3"` or `"2-4, walks"`.
  ///
  /// - Parameter typed: Answers with commas between them; numbers may have spaces between them.
  /// - Returns: Which choices are meant, or why one answer is none.
  public func pickSeveral(_ typed: String) -> Picks {
    var indices: Set<Int> = []
    let answers = typed.split(separator: ",").flatMap { Self.numbers(in: $0) ?? [String($0)] }
    for answer in answers {
      switch pick(answer) {
      case .choice(let index): indices.insert(index)
      case let pick: return .unresolved(pick)
      }
    }
    return .choices(indices.sorted())
  }

  private func pick(number: Int) -> Pick {
    let (index, overflows) = number.subtractingReportingOverflow(firstNumber)
    guard !overflows, choices.indices.contains(index), choices[index].isAvailable else {
      return .outOfRange
    }
    return .choice(index)
  }

  /// A number, with or without the full stop that lists have.
  private static func number(in letters: String) -> Int? {
    Int(letters.hasSuffix(".") ? letters.dropLast() : letters[...])
  }

  /// The numbers that a piece of an answer lists, or `nil` when it holds anything else.
  private static func numbers(in answer: Substring) -> [String]? {
    var numbers: [String] = []
    for word in answer.split(whereSeparator: \.isWhitespace) {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      if ends.count == 1, let number = ends[0] {
        numbers.append(String(number))
      } else if ends.count == 2, let low = ends[0], let high = ends[1], low <= high, high < 1000 {
        numbers += (low...high).map { String($0) }
      } else {
        return nil
      }
    }
    return numbers
  }
}
