/// A text whose markup has been read.
public struct MarkedText: Equatable, Sendable {
  /// The text without markup; the text as it was written when its markup is malformed.
  public var text: String

  /// What the markup says about ranges of the text.
  public var attributes: [MarkupAttribute]

  /// What is wrong with the markup; `nil` when nothing is.
  public var problem: String?

  /// Reads the markup of a text.
  ///
  /// - Parameters:
  ///   - text: The text as it stands in a string table.
  ///   - locale: The language of the text, which decides about plurals.
  public init(_ text: String, locale: String = "en") {
    self.init(pieces: [text], values: [], locale: locale)
  }

  /// Reads the markup of a text with values between its pieces; the values hold none.
  init(pieces: [String], values: [String], locale: String) {
    let pieces = pieces.map(Composition.compose)
    let values = values.map(Composition.compose)
    guard pieces.contains(where: \.hasMarkup) else {
      text = Self.joined(pieces, values)
      attributes = Self.speaker(of: pieces, values).map { [$0] } ?? []
      return
    }
    var parser = MarkupParser(MarkupUnit.units(pieces: pieces, values: values), locale: locale)
    do {
      try parser.parse()
      text = parser.text
      attributes = parser.attributes.map(\.attribute)
    } catch {
      text = Self.joined(pieces, values)
      attributes = []
      problem = error.description
    }
  }

  /// Tells what is wrong with the markup of a text whose values are not known yet; `nil` when
  /// nothing is.
  package static func problem(in pieces: [String]) -> String? {
    guard pieces.contains(where: \.hasMarkup) else { return nil }
    let values = [String](repeating: "1", count: max(0, pieces.count - 1))
    var parser = MarkupParser(MarkupUnit.units(pieces: pieces, values: values), locale: "en")
    parser.areValuesKnown = false
    do {
      try parser.parse()
      return nil
    } catch {
      return error.description
    }
  }

  static func joined(_ pieces: [String], _ values: [String]) -> String {
    var text = pieces.first ?? ""
    for (piece, value) in zip(pieces.dropFirst(), values) { text += value + piece }
    return text
  }

  /// The attribute for who speaks in a text that has no markup: what stands before a colon.
  private static func speaker(of pieces: [String], _ values: [String]) -> MarkupAttribute? {
    guard let place = pieces.firstIndex(where: { $0.utf8.contains(UInt8(ascii: ":")) }) else {
      return nil
    }
    let before = joined(Array(pieces[..<place]) + [""], Array(values.prefix(place)))
    let scalars = pieces[place].unicodeScalars
    let start = scalars.prefix { $0 != ":" }
    let gap = scalars.dropFirst(start.count + 1).prefix { $0.properties.isWhitespace }
    let name = before + String(start)
    return MarkupAttribute(
      name: "character", position: 0, length: name.utf16.count + 1 + String(gap).utf16.count,
      properties: [MarkupProperty(name: "name", value: .string(name))])
  }
}

extension String {
  fileprivate var hasMarkup: Bool {
    utf8.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\") }
  }
}
