extension FHIRPathEvaluator {
  /// How long a text may be that a pattern is tried on.
  private static let patternLimit = 20_000

  /// The functions on text.
  mutating func text(
    _ call: FHIRPathTerm.Call, _ element: FHIRPathElement, _ arguments: [[FHIRPathElement]]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    guard let text = element.text else { throw wrongType(call) }
    try spend(text.utf8.count / 16, call.column)
    switch call.function {
    case .upper: return [.string(text.uppercased())]
    case .lower: return [.string(text.lowercased())]
    case .length: return [.integer(text.count)]
    case .toChars: return text.map { .string(String($0)) }
    case .trim: return [.string(text.trimmed)]
    case .substring: return try substring(call, text, arguments)
    case .split:
      guard let separator = try string(arguments[0], call) else { return [] }
      if separator.isEmpty { return text.map { .string(String($0)) } }
      return text.pieces(between: separator).map { .string(String($0)) }
    default: break
    }
    guard let pattern = try string(arguments[0], call) else { return [] }
    switch call.function {
    case .startsWith: return [.boolean(text.hasPrefix(pattern))]
    case .endsWith: return [.boolean(text.hasSuffix(pattern))]
    case .contains: return [.boolean(pattern.isEmpty || text.firstRange(of: pattern) != nil)]
    case .indexOf, .lastIndexOf:
      let places = pattern.isEmpty ? [0] : text.places(of: pattern)
      let place = call.function == .indexOf ? places.first : places.last
      return [.integer(place ?? -1)]
    case .matches, .matchesFull: return [.boolean(try matches(call, text, pattern))]
    default: return try replace(call, text, pattern, arguments[1])
    }
  }

  private func substring(
    _ call: FHIRPathTerm.Call, _ text: String, _ arguments: [[FHIRPathElement]]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    guard let start = try integer(arguments[0], call), (0..<text.count).contains(start) else {
      return []
    }
    let rest = text.dropFirst(start)
    guard arguments.count == 2, let length = try integer(arguments[1], call) else {
      return [.string(String(rest))]
    }
    return [.string(String(rest.prefix(max(0, length))))]
  }

  private func matches(_ call: FHIRPathTerm.Call, _ text: String, _ pattern: String)
    throws(FHIRPathError) -> Bool
  {
    let regex = try regex(pattern, call, text)
    do {
      return call.function == .matchesFull
        ? try regex.wholeMatch(in: text) != nil : try regex.firstMatch(in: text) != nil
    } catch {
      throw wrongType(call)
    }
  }

  private mutating func replace(
    _ call: FHIRPathTerm.Call, _ text: String, _ pattern: String, _ argument: [FHIRPathElement]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    guard let replacement = try string(argument, call) else { return [] }
    let result: String
    if call.function == .replaceMatches {
      let regex = try regex(pattern, call, text)
      result = pattern.isEmpty ? text : text.replacing(regex) { replacement.filled(from: $0) }
    } else if pattern.isEmpty {
      result = replacement + text.map { String($0) + replacement }.joined()
    } else {
      result = text.pieces(between: pattern).joined(separator: replacement)
    }
    try spend(result.utf8.count / 16, call.column)
    return [.string(result)]
  }

  private func regex(_ pattern: String, _ call: FHIRPathTerm.Call, _ text: String)
    throws(FHIRPathError) -> Regex<AnyRegexOutput>
  {
    guard text.utf8.count <= Self.patternLimit, TextPattern(pattern).canBeTried(on: text) else {
      throw FHIRPathError(problem: .tooManySteps, column: call.column)
    }
    do {
      return try Regex(pattern).dotMatchesNewlines()
    } catch {
      throw wrongType(call)
    }
  }
}

extension String {
  /// The places at which a text stands in this one, counted from 0.
  fileprivate func places(of other: String) -> [Int] {
    ranges(of: other).map { distance(from: startIndex, to: $0.lowerBound) }
  }

  fileprivate func pieces(between separator: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = startIndex
    for range in ranges(of: separator) {
      pieces.append(self[start..<range.lowerBound])
      start = range.upperBound
    }
    return pieces + [self[start...]]
  }

  /// The text with `$1` and the like filled in from a match, as FHIRPath writes replacements.
  fileprivate func filled(from match: Regex<AnyRegexOutput>.Match) -> String {
    var result = ""
    var rest = self[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      let digits = rest[rest.index(after: dollar)...].prefix { $0.isASCIIDigit }.prefix(2)
      if let number = Int(digits), number < match.output.count {
        result += match.output[number].substring ?? ""
        rest = rest[digits.endIndex...]
      } else {
        result += "$"
        rest = rest[rest.index(after: dollar)...]
      }
    }
    return result + rest
  }
}
