extension Program {
  /// Gives the same program with its lines in another language.
  ///
  /// A text can bring the placeholders `{0}`, `{1}`… in another order, more than once or not at
  /// all. A line that has no text, an empty one or a faulty one keeps its own. A line that repeats
  /// another (`#shadow:`) follows the text of that line. Texts for lines that the program does not
  /// have are passed over.
  ///
  /// - Parameters:
  ///   - texts: The texts as they stand in a string table, by line id with its `line:`.
  ///   - locale: The language of the texts, which decides about plurals.
  /// - Returns: The program, and the texts that were not used.
  public func translated(texts: [String: String], locale: String) -> Translation {
    var program = self
    var faults: [TranslationFault] = []
    program.locale = locale
    for (id, entry) in lines where entry.shadowOf == nil {
      guard let text = texts[id], !text.isEmpty else { continue }
      do {
        program.lines[id] = try entry.translated(text)
      } catch {
        faults.append(TranslationFault(lineID: id, problem: error))
      }
    }
    faults.sort { $0.lineID < $1.lineID }
    return Translation(program: program, faults: faults)
  }
}

extension LineEntry {
  fileprivate func translated(_ text: String) throws(TranslationFault.Problem) -> LineEntry {
    let count = pieces.count - 1
    let (pieces, order) = try Placeholders.split(
      text, count: count, mayHoldBraces: self.pieces.contains { $0.utf8.contains(.openBrace) })
    if let problem = MarkedText.problem(in: pieces) { throw .malformedMarkup(problem) }
    var entry = self
    entry.pieces = pieces
    entry.valueOrder = order
    return entry
  }
}

extension TranslationFault.Problem: Error {}

private enum Placeholders {
  /// Splits a text where its placeholders stand.
  ///
  /// A line that has braces among its words may have them in its translation too.
  static func split(
    _ text: String, count: Int, mayHoldBraces: Bool
  ) throws(TranslationFault.Problem) -> (pieces: [String], order: [Int]) {
    var pieces = [""]
    var order: [Int] = []
    var rest = Substring(text)
    while let brace = rest.firstIndex(of: "{") {
      pieces[pieces.count - 1] += rest[..<brace]
      rest = rest[brace...].dropFirst()
      let digits = rest.prefix { ("0"..."9").contains($0) }
      let number = Int(digits)
      let isWhole = number != nil && rest.dropFirst(digits.count).first == "}"
      if let number, isWhole, number < count {
        order.append(number)
        pieces.append("")
        rest = rest.dropFirst(digits.count + 1)
      } else if mayHoldBraces {
        pieces[pieces.count - 1] += "{"
      } else if let number, isWhole {
        throw .unknownPlaceholder(number, expressionCount: count)
      } else {
        throw .malformedPlaceholder
      }
    }
    pieces[pieces.count - 1] += rest
    return (pieces, order)
  }
}

extension UInt8 {
  fileprivate static var openBrace: UInt8 { UInt8(ascii: "{") }
}
