/// The words of a line, an option or a command, as far as they are known before it runs.
final class LinkedSpeech: Sendable {
  /// The event, when no value is inserted into it.
  let constant: Event?

  private let line: Line

  /// Whether no value stands in the text; a translation can leave one out.
  private let isWhole: Bool
  private let pieces: [String]
  private let valueOrder: [Int]?
  private let isPlain: Bool
  private let language: Language

  init(line id: String, valueCount: Int, in program: Program, language: Language) {
    guard let entry = program.lines[id] else {
      preconditionFailure("the code names a line that the string table lacks")
    }
    let source = entry.shadowOf.flatMap { program.lines[$0] } ?? entry
    pieces = source.pieces
    valueOrder = source.valueOrder
    isPlain = source.pieces.allSatisfy { MarkupSigns(in: $0).isEmpty }
    isWhole = pieces.count <= 1
    self.language = language
    line =
      isWhole
      ? Line(
        id: id, pieces: pieces, values: [], tags: entry.tags, locale: language.locale,
        replacements: language.replacements)
      : Line(id: id, text: "", tags: entry.tags)
    constant = valueCount == 0 ? .line(line) : nil
  }

  init(command pieces: [String]) {
    self.pieces = pieces
    valueOrder = nil
    isPlain = true
    isWhole = pieces.count <= 1
    language = Language(locale: "")
    line = Line(id: "", text: "")
    constant = isWhole ? .command(Command(text: pieces.first ?? "")) : nil
  }

  /// Makes the line that the person reads.
  func line(with values: [String]) -> Line {
    var line = line
    if !isWhole {
      let inserted = valueOrder.map { order in order.map { values[$0] } } ?? values
      guard isPlain else {
        line = Line(
          id: line.id, pieces: pieces, values: inserted, tags: line.tags,
          locale: language.locale, replacements: language.replacements)
        line.values = values
        return line
      }
      line.text = composed(weave(inserted))
      line.fullText = line.text
    }
    line.values = values
    return line
  }

  /// Makes the command that the host carries out.
  func command(with values: [String]) -> Command { Command(text: weave(values)) }

  private func weave(_ values: [String]) -> String {
    var text = pieces.first ?? ""
    for (index, value) in values.enumerated() where index + 1 < pieces.count {
      text += value
      text += pieces[index + 1]
    }
    return text
  }
}

/// How texts become what the person reads.
struct Language: Sendable {
  var locale: String
  var replacements = MarkupReplacements()
}
