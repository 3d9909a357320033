extension Parser {
  /// Looks for commands that were probably meant in a line's text.
  mutating func checkText(_ textRange: Range<Int>, _ line: LineStatement) {
    guard let first = line.pieces.firstWords else { return }
    if let end = strayCommandEnd(in: textRange) {
      report(.strayCommandEnd, SourceRange(file: file, start: end, end: end + 2))
    } else if line.pieces.isWords, source.bytes[textRange.lowerBound] == UInt8(ascii: "<"),
      first.hasPrefix("<"), first.hasSuffix(">"), !first.hasPrefix("</"),
      !first.dropFirst().dropLast().contains("<"), line.condition == nil
    {
      report(.singleChevrons(first), line.range)
    }
    if let keyword = bareKeyword(first) { report(.keywordOutsideCommand(keyword), line.range) }
  }

  private func strayCommandEnd(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      let byte = source.bytes[index]
      if byte == .backslash {
        if source.bytes[index + 1] == UInt8(ascii: "<") { return nil }
        index += 2
        continue
      }
      let next = source.bytes[index + 1]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "#") { return nil }
      if byte == UInt8(ascii: "<"), next == byte { return nil }
      if byte == UInt8(ascii: ">"), next == byte { return index }
      index += 1
    }
    return nil
  }

  private func bareKeyword(_ text: String) -> String? {
    guard let letter = text.utf8.first, "sdj".utf8.contains(letter),
      ["set ", "declare ", "jump ", "detour "].contains(where: text.hasPrefix)
    else { return nil }
    let words = text.split(separator: " ")
    guard let first = words.first, words.count > 1 else { return nil }
    let second = words[1]
    switch first {
    case "set", "declare":
      return second.hasPrefix("$") && words.count > 2
        && ["=", "to", "+=", "-=", "*=", "/=", "%="].contains(words[2])
        ? String(first) : nil
    case "jump", "detour":
      return words.count == 2 && second.utf8.first?.startsIdentifier == true
        && second.utf8.allSatisfy(\.continuesIdentifier) ? String(first) : nil
    default:
      return nil
    }
  }
}
