/// Fills `{0}` in a pattern the way .NET's composite formats do, in its invariant culture.
///
/// Items can have a width (`{0,8}`), and a standard (`{0:F2}`) or custom (`{0:#,##0.00}`) format
/// for numbers.
///
/// - Throws: When the pattern is malformed or its format does not suit the value.
func compositeFormat(_ pattern: String, _ value: Value) throws(FunctionFailure) -> String {
  var result = ""
  var rest = Substring(pattern)
  while let character = rest.popFirst() {
    switch character {
    case "{" where rest.first == "{", "}" where rest.first == "}":
      result.append(character)
      rest.removeFirst()
    case "{":
      guard let end = rest.firstIndex(of: "}") else { throw .unusableArguments }
      result += try FormatItem(rest[..<end]).text(for: value)
      rest = rest[rest.index(after: end)...]
    case "}":
      throw .unusableArguments
    default:
      result.append(character)
    }
  }
  return result
}

/// The inside of one pair of braces: an index, a width and a format.
private struct FormatItem {
  static let longestWidth = 1000

  var width = 0
  var format: Substring = ""

  init(_ text: Substring) throws(FunctionFailure) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts[0].split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let index = head[0].reversed().drop { $0 == " " }
    guard !index.isEmpty, index.allSatisfy({ $0 == "0" }) else { throw .unusableArguments }
    if parts.count > 1 { format = parts[1] }
    guard head.count > 1 else { return }
    let digits = String(head[1].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    guard let width = Int(digits), !digits.hasPrefix("+"), width.magnitude <= Self.longestWidth
    else { throw .unusableArguments }
    self.width = width
  }

  func text(for value: Value) throws(FunctionFailure) -> String {
    var text = value.text
    if case .number(let number) = value, !format.isEmpty, number.isFinite {
      text = try NumberFormat(format).text(for: number)
    }
    let padding = String(repeating: " ", count: max(0, Int(width.magnitude) - text.utf16.count))
    return width < 0 ? text + padding : padding + text
  }
}
