/// Takes markup out of a line and tells what it says about which range.
struct MarkupParser {
  /// How many tags may be open at once, and how many faults are told; more is no line of dialogue.
  static let limit = 100

  let locale: String
  let replacements: MarkupReplacements

  /// Whether the values are those of a running dialogue; `false` while scripts are checked.
  let areValuesKnown: Bool

  var scanner: MarkupScanner
  var text: [UInt8] = []
  var length = 0
  var attributes: [PlacedAttribute] = []
  var open: [OpenTag] = []
  private(set) var faults: [MarkupFault] = []
  private var order = 0

  /// Whether a closing tag did not belong to the tag opened last, and no text came since.
  var hasOverlap = false

  /// An attribute and the place of its tag among all tags.
  struct PlacedAttribute {
    var order: Int
    var attribute: MarkupAttribute
  }

  /// A tag whose end has not come yet.
  struct OpenTag {
    var tag: MarkupTag
    var order: Int
    var start: Int

    /// Where its text starts, in bytes.
    var textStart: Int

    /// How many attributes were complete when it was opened.
    var attributeCount: Int
  }

  init(
    _ source: MarkupSource, locale: String, replacements: MarkupReplacements,
    areValuesKnown: Bool = true
  ) {
    scanner = MarkupScanner(source)
    self.locale = locale
    self.replacements = replacements
    self.areValuesKnown = areValuesKnown
  }

  /// Parses the whole line; it is shown as it was written when there are faults.
  mutating func parse() {
    let speaker = SpeakerPrefix(scanner)
    let opened = openTag(MarkupTag(role: .open, name: "character"))
    while faults.count < Self.limit {
      if let speaker, scanner.index == speaker.end { close(opened, of: speaker) }
      if scanner.isAtEnd { break }
      do { try parseNext(upTo: speaker?.end) } catch { faults.append(error) }
    }
    reportUnclosed()
    attributes.sort { $0.order < $1.order }
  }

  private mutating func parseNext(upTo limit: Int?) throws(MarkupFault) {
    if scanner.isAtValue { return append(scanner.takeValue()) }
    let plain = scanner.takePlainText(upTo: limit)
    if !plain.isEmpty { return append(plain) }
    if scanner.accept("\\") {
      let backslash = scanner.index - 1..<scanner.index
      return append(scanner.isAtEscapable ? scanner.takeScalar() : backslash)
    }
    try apply(readTag())
  }

  /// Reads the tag here; the scanner stands behind what was read of it also when it is broken.
  private mutating func readTag() throws(MarkupFault) -> MarkupTag {
    var reader = MarkupTagReader(scanner)
    defer { scanner = reader.scanner }
    let tag: MarkupTag
    do { tag = try reader.read() } catch {
      if let fault = reader.fault { faults.append(fault) }
      throw error
    }
    if let fault = reader.fault { throw fault }
    return tag
  }

  mutating func append(_ range: Range<Int>) {
    let bytes = scanner.source.bytes[range]
    text.append(contentsOf: bytes)
    length += bytes.utf16Count
    hasOverlap = false
  }

  private mutating func apply(_ tag: MarkupTag) throws(MarkupFault) {
    switch tag.role {
    case .open where tag.name == "nomarkup": try copyLiterally(tag)
    case .open:
      guard open.count < Self.limit else {
        throw MarkupFault(.tooManyOpen(limit: Self.limit), at: tag.place)
      }
      open.append(openTag(tag))
      hasOverlap = false
    case .selfClosing: try insert(tag)
    case .close:
      guard let place = open.lastIndex(where: { $0.tag.name == tag.name }) else {
        // A broken tag opens nothing, and is what is to be mended.
        if faults.contains(where: { !$0.isAboutClosing }) { return }
        let concernsLine = hasOverlap || !open.isEmpty
        throw MarkupFault(.notOpen(tag.name), at: tag.place, concernsLine: concernsLine)
      }
      if place < open.count - 1 { hasOverlap = true }
      try close(open.remove(at: place))
    case .closeAll:
      while let last = open.popLast() { try close(last) }
      hasOverlap = false
    }
  }

  private mutating func openTag(_ tag: MarkupTag) -> OpenTag {
    order += 1
    return OpenTag(
      tag: tag, order: order, start: length, textStart: text.count,
      attributeCount: attributes.count)
  }

  private mutating func insert(_ tag: MarkupTag) throws(MarkupFault) {
    var opened = openTag(tag)
    if try replace(opened) { return trim(after: tag) }
    if tag.value(of: "trimwhitespace") == nil {
      opened.tag.properties.append(MarkupProperty(name: "trimwhitespace", value: .bool(true)))
    }
    record(opened)
  }

  private mutating func close(_ opened: OpenTag) throws(MarkupFault) {
    if try replace(opened) { return trim(after: opened.tag) }
    record(opened)
  }

  private mutating func record(_ opened: OpenTag) {
    let attribute = MarkupAttribute(
      name: opened.tag.name, position: opened.start, length: length - opened.start,
      properties: opened.tag.properties)
    attributes.append(PlacedAttribute(order: opened.order, attribute: attribute))
    trim(after: opened.tag)
  }

  private mutating func trim(after tag: MarkupTag) {
    if tag.trimsWhitespace, scanner.isAtWhitespace { scanner.takeScalar() }
  }

  private mutating func close(_ opened: OpenTag, of speaker: SpeakerPrefix) {
    var opened = opened
    let name = text.dropLast(speaker.end - speaker.colon)
    opened.tag.properties = [
      MarkupProperty(name: "name", value: .string(String(decoding: name, as: UTF8.self)))
    ]
    do { try close(opened) } catch { faults.append(error) }
  }

  /// Copies the text up to `[/nomarkup]` as it stands.
  private mutating func copyLiterally(_ tag: MarkupTag) throws(MarkupFault) {
    let opened = openTag(MarkupTag(role: .open, name: "nomarkup"))
    while !scanner.isAtEnd {
      if scanner.starts(with: "[/nomarkup]") {
        scanner.skip("[/nomarkup]")
        return record(opened)
      }
      append(scanner.isAtValue ? scanner.takeValue() : scanner.takeScalar())
    }
    throw MarkupFault(.unclosed([tag.name]), at: tag.place, concernsLine: true)
  }

  private mutating func reportUnclosed() {
    let isTold = faults.contains { $0.concernsLine }
    guard !isTold, let first = open.first else { return }
    let names = open.map(\.tag.name)
    faults.append(MarkupFault(.unclosed(names), at: first.tag.place, concernsLine: true))
  }
}

extension MarkupScanner {
  /// Whether the character here is one that a backslash makes plain text.
  fileprivate var isAtEscapable: Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\\"): true
    default: false
    }
  }
}
