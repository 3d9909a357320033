/// The lines between two `---` at the head of a Markdown file, and what comes after them.
///
/// Of YAML this knows what people write there: `name: value`, lists in brackets, and lists of lines
/// that begin with a hyphen. Names that mean nothing here are passed over with all that belongs to
/// them.
struct FrontMatter {
  private(set) var title: String?
  private(set) var date: WrittenTime?
  private(set) var dateLine: Int?
  private(set) var zone: String?
  private(set) var tags: [String] = []

  /// What comes after the second `---`.
  private(set) var body: Substring

  /// Takes a file apart.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - file: What to call it in messages.
  /// - Throws: ``ImportFault`` with line and column.
  init(_ text: String, file: String) throws(ImportFault) {
    body = Substring(text)
    var rest = body
    guard Self.nextLine(&rest)?.trimmedEnd == "---" else { return }
    var lines: [Substring] = []
    var isEnded = false
    while !isEnded, let line = Self.nextLine(&rest) {
      isEnded = ["---", "..."].contains(line.trimmedEnd)
      lines.append(line.trimmedEnd)
    }
    // A text that begins with a drawn line has no name there, or nothing that ends it.
    let first = lines.first { !$0.isEmpty && !$0.hasPrefix("#") }
    let isHead = first?.prefixMatch(of: /[\p{L}_][\w-]*:(?=\s|$)|---$|\.\.\.$/) != nil
    guard isEnded, isHead else { return }
    var key = ""
    for (index, line) in lines.dropLast().enumerated() {
      try take(line, &key, line: index + 2, file: file)
    }
    body = rest
  }

  private mutating func take(
    _ line: Substring, _ key: inout String, line number: Int, file: String
  ) throws(ImportFault) {
    let inner = line.drop { $0 == " " || $0 == "\t" }
    if inner.isEmpty || inner.hasPrefix("#") { return }
    if inner.hasPrefix("- ") || inner == "-" {
      if key == "tags" { tags += [Self.unquoted(inner.dropFirst())] }
      return
    }
    guard inner.startIndex == line.startIndex else { return }
    guard let colon = line.firstIndex(of: ":") else {
      throw ImportFault(.notFrontMatter, file: file, place: .line(number, column: 1))
    }
    key = line[..<colon].lowercased()
    let value = Self.unquoted(line[colon...].dropFirst())
    switch key {
    case "title": if !value.isEmpty { title = value }
    case "tags", "tag", "keywords":
      key = "tags"
      tags += Self.list(line[colon...].dropFirst())
    case "timezone", "time-zone", "time_zone", "tz": zone = value.isEmpty ? nil : value
    case "date", "created": try take(date: value, key, line, number, file)
    default: return
    }
  }

  private mutating func take(
    date value: String, _ key: String, _ line: Substring, _ number: Int, _ file: String
  ) throws(ImportFault) {
    guard !value.isEmpty, key == "date" || date == nil else { return }
    guard let time = WrittenTime(value) else {
      let column = line.prefix { $0 != ":" }.utf8.count + 3
      throw ImportFault(
        .notATime(member: key), file: file, place: .line(number, column: column))
    }
    date = time
    dateLine = number
  }

  /// The words of a list such as `[a, "b"]` or `a, b`.
  private static func list(_ text: Substring) -> [String] {
    var inner = text.trimmedEnd.drop { $0 == " " }
    if inner.hasPrefix("["), inner.hasSuffix("]") { inner = inner.dropFirst().dropLast() }
    return inner.split(separator: ",").map { unquoted($0) }.filter { !$0.isEmpty }
      .map { String($0.drop { $0 == "#" }) }
  }

  private static func unquoted(_ text: Substring) -> String {
    let value = text.trimmedEnd.drop { $0 == " " || $0 == "\t" }
    for quote in ["\"", "'"]
    where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      return String(value.dropFirst().dropLast())
    }
    return String(value)
  }

  private static func nextLine(_ rest: inout Substring) -> Substring? {
    guard !rest.isEmpty else { return nil }
    let line = rest.prefix { !$0.isNewline }
    rest = rest[line.endIndex...].dropFirst()
    return line
  }
}

extension Substring {
  /// The text without the spaces it ends in.
  fileprivate var trimmedEnd: Substring {
    var text = self
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
