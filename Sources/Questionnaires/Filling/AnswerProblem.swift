/// What keeps an answer from fitting its question.
///
/// None of the cases holds what was typed: its description can be shown and logged.
public enum AnswerProblem: Error, Equatable, Sendable {
  /// No question waits for an answer.
  case nothingAsked
  /// The question cannot be passed over.
  case required
  /// Nothing was typed.
  case empty
  /// The answer is of another type than the question asks for.
  case wrongType
  /// Only one answer is possible.
  case onlyOne
  /// More answers were given than are possible.
  case tooMany(limit: Int)
  /// The answer is none of the options, of which there are some.
  case notAnOption(count: Int)
  /// The answer fits several options, with these labels.
  case ambiguous([String])
  /// One of the options, with this label, goes with no other.
  case exclusive(String)
  /// The answer is neither yes nor no.
  case notYesOrNo
  /// The answer is not a whole number; with the range it has to lie in, where there is one.
  case notWhole(ClosedRange<Int>?)
  /// The answer is not a number.
  case notANumber
  /// The answer lies outside what is possible; `nil` for an end that is open.
  case outOfRange(lower: String?, upper: String?)
  /// The answer has too many digits after the point.
  case tooManyDecimalPlaces(limit: Int)
  /// The answer is not a date.
  case notADate
  /// The answer is not a moment.
  case notADateTime
  /// The answer is not a time of day.
  case notATime
  /// The answer is not a web address.
  case notAURL
  /// The answer has more than one line.
  case notOneLine
  /// The answer has too few characters.
  case tooShort(minimum: Int)
  /// The answer has too many characters.
  case tooLong(maximum: Int)
  /// The answer does not have the form it needs; described in words where the author did.
  case wrongFormat(String?)
  /// The number has another unit than is possible.
  case wrongUnit([String])
  /// There is no move to take back.
  case nothingToUndo
  /// The form has no such place as things stand.
  case noSuchPlace
  /// Something has to be answered or mended before the form is complete; how many places.
  case unfinished(count: Int)
}

extension AnswerProblem: CustomStringConvertible {
  /// What is possible, said to the person who answers.
  public var description: String {
    switch self {
    case .nothingAsked: "No question is waiting for an answer."
    case .required: "This one needs an answer before you can go on."
    case .empty: "Nothing was typed yet."
    case .wrongType: "This question takes another kind of answer."
    case .onlyOne: "Please choose one answer here."
    case .tooMany(let limit): "Please choose \(limit) answers at most."
    case .notAnOption(count: 1):
      "There is one answer to choose here: please type 1, or its first letters."
    case .notAnOption(let count):
      "Please type a number from 1 to \(count), or the first letters of an answer."
    case .ambiguous(let labels):
      "That could be \(Self.list(labels)). Please type a little more, or the number."
    case .exclusive(let label): "‘\(label)’ goes alone. Please choose it, or the others."
    case .notYesOrNo: "Please type yes or no; y or n will do."
    case .notWhole(let range): "Please type a whole number\(Self.words(for: range))."
    case .notANumber: "Please type a number, such as 7 or 7.5."
    case .outOfRange(let lower, let upper): Self.outOfRange(lower, upper)
    case .tooManyDecimalPlaces(0): "Please type a whole number, without a decimal point."
    case .tooManyDecimalPlaces(let limit):
      "Please type a number with no more than \(limit) digits after the point."
    case .notADate:
      "Please type a date such as 2026-11-23. A year or 2026-11 will do; so will yesterday or 3 days ago."
    case .notADateTime: "Please type a date and a time, such as 2026-11-23 18:30. The date will do."
    case .notATime: "Please type a time such as 18:30."
    case .notAURL: "Please type a web address, such as https://example.org."
    case .notOneLine: "Please keep this answer to one line."
    case .tooShort(let minimum): "Please type \(minimum) characters or more."
    case .tooLong(let maximum): "Please keep it to \(maximum) characters."
    case .wrongFormat(let format?): "Please type it like this: \(format)."
    case .wrongFormat(nil): "Please type it in the form this question asks for."
    case .nothingToUndo: "There is nothing to take back."
    case .noSuchPlace: "There is no such place in this form as things stand."
    case .unfinished(1): "One thing is still needed before this is finished."
    case .unfinished(let count): "\(count) things are still needed before this is finished."
    case .wrongUnit(let units): "Please use one of these units: \(Self.list(units))."
    }
  }

  private static func outOfRange(_ lower: String?, _ upper: String?) -> String {
    switch (lower, upper) {
    case (let lower?, let upper?): "Please choose something from \(lower) to \(upper)."
    case (let lower?, nil): "Please choose something from \(lower) up."
    case (nil, let upper?): "Please choose something up to \(upper)."
    case (nil, nil): "Please choose something else."
    }
  }

  private static func words(for range: ClosedRange<Int>?) -> String {
    switch (range?.lowerBound, range?.upperBound) {
    case (nil, _), (_, nil): ""
    case (let lower?, .max): lower == .min ? "" : " from \(lower) up"
    case (.min, let upper?): " up to \(upper)"
    case (let lower?, let upper?): " from \(lower) to \(upper)"
    }
  }

  private static func list(_ labels: [String]) -> String {
    let quoted = labels.map { "‘\($0)’" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
