/// The words of an entry from Day One, without what only Day One can show.
///
/// Day One exports Markdown, with a backslash before marks that stand for themselves, and with
/// links to photos and recordings that lie beside the file.
struct DayOneText {
  /// The words.
  let plain: String

  /// Takes the `text` of an entry.
  init(_ markdown: String) {
    var isCode = false
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
      return isCode ? String(line) : Self.plain(line)
    }
    plain = lines.joined(separator: "\n")
  }

  private static func plain(_ line: Substring) -> String {
    // Most lines have neither a link nor a backslash, and looking is quicker than matching.
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "!") }) else {
      return String(line)
    }
    let marked = line.replacing(#/!\[[^\]]*\]\(dayone-moment:/?([a-zA-Z]*)/[^)]*\)/#) { match in
      switch match.output.1 {
      case "video", "audio": "(recording left out)"
      case "pdfAttachment": "(document left out)"
      default: "(photo left out)"
      }
    }
    return String(marked.replacing(#/\\([!-\/:-@\[-`{-~])/#) { String($0.output.1) })
  }
}
