/// The functions of FHIRPath that expressions may use, with those of FHIR and its questionnaires.
public enum FHIRPathFunction: String, CaseIterable, Sendable {
  // Whether there is something.
  case empty, exists, all, allTrue, anyTrue, allFalse, anyFalse, subsetOf, supersetOf
  case count, distinct, isDistinct
  // Some of the values.
  case `where`, select, `repeat`, repeatAll, ofType, single, first, last, tail, skip, take
  case intersect, exclude, union, combine
  // Choosing and converting.
  case iif, `is`, `as`, toBoolean, toInteger, toDecimal, toString, toDate, toDateTime, toTime
  case toQuantity, convertsToBoolean, convertsToInteger, convertsToDecimal, convertsToString
  case convertsToDate, convertsToDateTime, convertsToTime, convertsToQuantity
  // Text.
  case indexOf, lastIndexOf, substring, startsWith, endsWith, contains, upper, lower, replace
  case matches, matchesFull, replaceMatches, length, toChars, split, join, trim
  // Numbers.
  case abs, ceiling, exp, floor, ln, log, power, round, sqrt, truncate
  case sum, min, max, avg, aggregate
  // The tree, the moment and the rest.
  case children, descendants, `extension`, hasValue, getValue, not, trace, now, today, timeOfDay
  // Questionnaires.
  case weight, ordinal

  /// How many arguments the function takes.
  public var argumentCount: ClosedRange<Int> {
    switch self {
    case .exists, .toQuantity, .convertsToQuantity, .join, .round: 0...1
    case .aggregate, .trace, .substring: 1...2
    case .all, .subsetOf, .supersetOf, .where, .select, .repeat, .repeatAll, .ofType, .skip, .take,
      .intersect, .exclude, .union, .combine, .is, .as, .indexOf, .lastIndexOf, .startsWith,
      .endsWith, .contains, .matches, .matchesFull, .split, .log, .power, .extension:
      1...1
    case .replace, .replaceMatches: 2...2
    case .iif: 2...3
    case .empty, .allTrue, .anyTrue, .allFalse, .anyFalse, .count, .distinct, .isDistinct, .single,
      .first, .last, .tail, .toBoolean, .toInteger, .toDecimal, .toString, .toDate, .toDateTime,
      .toTime, .convertsToBoolean, .convertsToInteger, .convertsToDecimal, .convertsToString,
      .convertsToDate, .convertsToDateTime, .convertsToTime, .upper, .lower, .length, .toChars,
      .trim, .abs, .ceiling, .exp, .floor, .ln, .sqrt, .truncate, .sum, .min, .max, .avg, .children,
      .descendants, .hasValue, .getValue, .not, .now, .today, .timeOfDay, .weight, .ordinal:
      0...0
    }
  }
}
