/// Who speaks: the part of a line up to its first colon and the whitespace behind it.
struct SpeakerPrefix {
  /// Where the colon is, in bytes.
  var colon: Int

  /// Where what is said starts, in bytes.
  var end: Int

  /// Finds the first colon that is no part of a tag; `nil` when the line names nobody, or names
  /// them with a tag.
  init?(_ scanner: MarkupScanner) {
    var scanner = scanner
    if scanner.starts(with: "[character") { return nil }
    while !scanner.isAtEnd {
      if scanner.isAtValue {
        _ = scanner.takeValue()
      } else if scanner.accept("\\") {
        if !scanner.isAtEnd, !scanner.isAtValue { scanner.takeScalar() }
      } else if scanner.byte == UInt8(ascii: "[") {
        var reader = MarkupTagReader(scanner)
        // A broken tag names nobody; parsing the line reports it.
        guard (try? reader.read()) != nil, reader.fault == nil else { return nil }
        scanner = reader.scanner
      } else if scanner.byte == UInt8(ascii: ":") {
        colon = scanner.index
        scanner.takeScalar()
        scanner.skipWhitespace()
        end = scanner.index
        return
      } else {
        scanner.takeScalar()
      }
    }
    return nil
  }
}
