extension SourceText {
  /// What the `///` comments directly above a statement, and behind it on its line, say.
  func documentation(from start: Int, valueEnd: Int) -> String {
    var comments: [String] = []
    var line = lineIndex(of: start) - 1
    while line >= 0, let comment = documentationComment(from: lineStart(line)) {
      comments.append(comment)
      line -= 1
    }
    comments.reverse()
    var end = valueEnd
    while end < bytes.count, !bytes[end].isLineBreak, bytes[end] != UInt8(ascii: ">") { end += 1 }
    while end < bytes.count, bytes[end] == UInt8(ascii: ">") { end += 1 }
    if let comment = documentationComment(from: end) { comments.append(comment) }
    return comments.joined(separator: " ")
  }

  private func documentationComment(from offset: Int) -> String? {
    var start = offset
    while start < bytes.count, bytes[start].isBlank { start += 1 }
    guard bytes[start...].prefix(3).elementsEqual("///".utf8) else { return nil }
    start += 3
    while start < bytes.count, bytes[start].isBlank { start += 1 }
    var end = start
    while end < bytes.count, !bytes[end].isLineBreak { end += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return text(start..<end)
  }
}
