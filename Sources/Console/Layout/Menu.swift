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

  /// The choices, in the order of their numbers.
  public var choices: [Choice]

  /// The index of the choice that Enter alone takes, or `nil` where nothing may be suggested.
  public var suggested: Int?

  /// Makes a menu.
  ///
  /// - Parameters:
  ///   - choices: The choices, in the order of their numbers.
  ///   - suggested: The index of the choice that Enter alone takes.
  public init(_ choices: [Choice], suggested: Int? = nil) {
    self.choices = choices
    self.suggested = suggested
  }

  /// Resolves an answer: a number, the whole label, a beginning that only one label has, or Enter.
  ///
  /// - Parameter typed: The answer as it was typed; case, accents and outer spaces do not matter.
  public func pick(_ typed: String) -> Pick {
    let folded = FoldedText(typed)
    if folded.letters.isEmpty { return suggested.map { .choice($0) } ?? .nothing }
    if let number = Int(folded.letters.hasSuffix(".") ? String(folded.letters.dropLast())
      : folded.letters)
    {
      return choices.indices.contains(number - 1) && choices[number - 1].isAvailable
        ? .choice(number - 1) : .outOfRange
    }
    let available = choices.indices.filter { choices[$0].isAvailable }
    let whole = available.filter { FoldedText(choices[$0].label) == folded }
    let matches = whole.isEmpty ? available.filter { folded.isPrefix(of: choices[$0].label) } : whole
    guard let only = matches.first else { return .unknown }
    return matches.count == 1 ? .choice(only) : .ambiguous(matches)
  }

  /// Resolves several answers at once, such as `"1 3"`, `"1, 3"` or `"2-4, walks"`.
  ///
  /// - Parameter typed: Answers with commas between them; numbers may have spaces between them.
  /// - Returns: The indices in order and each once, or the first answer that is no choice.
  public func pickSeveral(_ typed: String) -> Result<[Int], Unresolved> {
    var indices: Set<Int> = []
    let answers = typed.split(separator: ",").flatMap { Self.numbers(in: $0) ?? [String($0)] }
    for answer in answers {
      switch pick(answer) {
      case .choice(let index): indices.insert(index)
      case let pick: return .failure(Unresolved(pick: pick))
      }
    }
    return .success(indices.sorted())
  }

  /// Why one of several answers is no choice.
  public struct Unresolved: Error, Equatable, Sendable {
    /// What the answer came to.
    public var pick: Pick
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
