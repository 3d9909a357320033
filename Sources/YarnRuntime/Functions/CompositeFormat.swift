/// Fills `{0}` in a pattern the way .NET's composite formats do.
///
/// Alignment (`{0,8}`) and the formats `F`, `N`, `D`, `P`, `0.00` and `#` are understood.
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
  var width: Int
  var format: Substring

  init(_ text: Substring) throws(FunctionFailure) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts[0].split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard head[0].allSatisfy({ $0 == "0" || $0 == " " }), head[0].contains("0") else {
      throw .unusableArguments
    }
    format = parts.count > 1 ? parts[1] : ""
    width = 0
    if head.count > 1 {
      guard let parsed = Int(head[1].filter { $0 != " " }) else { throw .unusableArguments }
      width = parsed
    }
  }

  func text(for value: Value) throws(FunctionFailure) -> String {
    var text = value.text
    if case .number(let number) = value, !format.isEmpty, number.isFinite {
      text = try formatted(Double(number))
    }
    let padding = String(repeating: " ", count: max(0, Int(width.magnitude) - text.count))
    return width < 0 ? text + padding : padding + text
  }

  private func formatted(_ number: Double) throws(FunctionFailure) -> String {
    let kind = format.first?.uppercased() ?? ""
    let digits = Int(format.dropFirst())
    switch kind {
    case "F": return fixed(number, places: digits ?? 2)
    case "N": return grouped(fixed(number, places: digits ?? 2))
    case "P": return grouped(fixed(number * 100, places: digits ?? 2)) + " %"
    case "D":
      let whole = fixed(number.magnitude, places: 0)
      let zeros = String(repeating: "0", count: max(0, (digits ?? 1) - whole.count))
      return (number < 0 ? "-" : "") + zeros + whole
    case "0", "#": return custom(number)
    default: throw .unusableArguments
    }
  }

  /// Patterns of `0` and `#` around one point.
  private func custom(_ number: Double) -> String {
    let parts = format.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let places = parts.count > 1 ? parts[1] : ""
    let needed = places.filter { $0 == "0" }.count
    var text = fixed(number, places: places.count)
    if !places.isEmpty {
      var extra = places.count - needed
      while extra > 0, text.last == "0" {
        text.removeLast()
        extra -= 1
      }
      if text.last == "." { text.removeLast() }
    }
    let wholeDigits = parts[0].filter { $0 == "0" }.count
    let whole = text.prefix { $0 != "." }.filter { $0 != "-" }.count
    let zeros = String(repeating: "0", count: max(0, wholeDigits - whole))
    return text.hasPrefix("-") ? "-" + zeros + text.dropFirst() : zeros + text
  }
}

/// Rounds half away from zero, as .NET's fixed-point formats do.
private func fixed(_ number: Double, places: Int) -> String {
  let places = min(max(places, 0), 15)
  var scale: UInt128 = 1
  for _ in 0..<places { scale *= 10 }
  let scaled = UInt128((number.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero))
  let whole = String(scaled / scale)
  let sign = number < 0 && scaled > 0 ? "-" : ""
  guard places > 0 else { return sign + whole }
  let fraction = String(scaled % scale)
  return sign + whole + "." + String(repeating: "0", count: places - fraction.count) + fraction
}

private func grouped(_ text: String) -> String {
  let sign = text.hasPrefix("-") ? "-" : ""
  let whole = text.prefix { $0 != "." }.filter { $0 != "-" }
  let rest = text.drop { $0 != "." }
  var groups = ""
  for (index, digit) in whole.enumerated() {
    if index > 0, (whole.count - index) % 3 == 0 { groups.append(",") }
    groups.append(digit)
  }
  return sign + groups + rest
}
