/// A text whose markup has been read.
public struct MarkedText: Equatable, Sendable {
  /// The text without markup; the text as it was written when its markup is malformed.
  public var text: String

  /// What the markup says about ranges of the text.
  public var attributes: [MarkupAttribute]

  /// What is wrong with the markup, in the order of the text; empty when nothing is.
  public var diagnostics: [MarkupDiagnostic]

  /// Creates a text whose markup is known.
  public init(
    text: String, attributes: [MarkupAttribute], diagnostics: [MarkupDiagnostic] = []
  ) {
    self.text = text
    self.attributes = attributes
    self.diagnostics = diagnostics
  }

  /// Reads the markup of a text.
  ///
  /// - Parameters:
  ///   - text: The text as it stands in a string table.
  ///   - locale: The language of the text, which decides about plurals.
  ///   - replacements: What the host puts in the place of tags.
  public init(
    _ text: String, locale: String = "en", replacements: MarkupReplacements = MarkupReplacements()
  ) {
    self.init(pieces: [text], values: [], locale: locale, replacements: replacements)
  }

  /// Reads the markup of a text with values between its pieces; the values hold none.
  init(
    pieces: [String], values: [String], locale: String,
    replacements: MarkupReplacements = MarkupReplacements()
  ) {
    let signs = pieces.reduce(into: MarkupSigns()) { $0.formUnion(MarkupSigns(in: $1)) }
    guard !signs.isEmpty else {
      self.init(text: Self.plain(pieces, values), attributes: [])
      return
    }
    let isReplaced = replacements.body(of: "character") != nil
    guard signs.contains(.tag) || isReplaced else {
      self.init(pieces: pieces.map(composed), speakerWith: values.map(composed))
      return
    }
    let source = MarkupSource(pieces: pieces.map(composed), values: values.map(composed))
    var parser = MarkupParser(source, locale: locale, replacements: replacements)
    parser.parse()
    if parser.faults.isEmpty {
      self.init(
        text: String(decoding: parser.text, as: UTF8.self),
        attributes: parser.attributes.map(\.attribute))
    } else {
      self.init(
        text: source.text, attributes: [],
        diagnostics: parser.faults.map { MarkupDiagnostic($0, in: source) })
    }
  }

  /// Tells what is wrong with the markup of a text whose values are not known yet.
  ///
  /// - Parameter pieces: The texts around the values.
  /// - Returns: The diagnostics; a value counts as one character.
  package static func diagnostics(in pieces: [String]) -> [MarkupDiagnostic] {
    guard pieces.contains(where: { MarkupSigns(in: $0).contains(.tag) }) else { return [] }
    let values = [String](repeating: "1", count: max(0, pieces.count - 1))
    let source = MarkupSource(pieces: pieces, values: values)
    var parser = MarkupParser(
      source, locale: "en", replacements: MarkupReplacements(), areValuesKnown: false)
    parser.parse()
    return parser.faults.map { MarkupDiagnostic($0, in: source) }
  }

  /// Tells the first thing that is wrong with the markup of a text without values; `nil` when
  /// nothing is.
  package static func problem(in text: String) -> String? {
    MarkupSigns(in: text).contains(.tag) ? problem(in: [text]) : nil
  }

  /// Tells the first thing that is wrong with the markup of a text whose values are not known yet;
  /// `nil` when nothing is.
  package static func problem(in pieces: [String]) -> String? {
    diagnostics(in: pieces).first?.message
  }
}

extension MarkedText {
  /// A text without markup: whatever stands before the first colon says who speaks.
  private init(pieces: [String], speakerWith values: [String]) {
    self.init(text: Self.joined(pieces, values), attributes: [])
    guard let place = pieces.firstIndex(where: { $0.utf8.contains(UInt8(ascii: ":")) }) else {
      return
    }
    let before = Self.joined(Array(pieces[..<place]) + [""], Array(values.prefix(place)))
    let scalars = pieces[place].unicodeScalars
    let start = scalars.prefix { $0 != ":" }
    let gap = scalars.dropFirst(start.count + 1).prefix { $0.properties.isWhitespace }
    let name = before + String(start)
    attributes = [
      MarkupAttribute(
        name: "character", position: 0, length: name.utf16.count + 1 + String(gap).utf16.count,
        properties: [MarkupProperty(name: "name", value: .string(name))])
    ]
  }

  private static func plain(_ pieces: [String], _ values: [String]) -> String {
    pieces.count == 1 ? composed(pieces[0]) : composed(joined(pieces, values))
  }

  private static func joined(_ pieces: [String], _ values: [String]) -> String {
    var text = pieces.first ?? ""
    for (piece, value) in zip(pieces.dropFirst(), values) { text += value + piece }
    return text
  }
}

/// What a quick look at a text finds: the characters that make it more than plain text.
struct MarkupSigns: OptionSet {
  let rawValue: UInt8

  /// A bracket or a backslash.
  static let tag = MarkupSigns(rawValue: 1)

  /// A colon.
  static let colon = MarkupSigns(rawValue: 2)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(in text: String) {
    var text = text
    self = text.withUTF8 { bytes in
      var signs: MarkupSigns = []
      for byte in bytes {
        if byte == UInt8(ascii: ":") { signs.insert(.colon) }
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\\") { signs.insert(.tag) }
      }
      return signs
    }
  }
}
