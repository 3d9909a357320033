import YarnCompiler

/// Gives an id to every line and option that has none.
///
/// Ids that exist are never touched, so tagging a second time changes nothing. Translations and
/// recordings hang on these ids.
public struct LineTagger: Sendable {
  /// How ids are made up.
  public enum Style: Equatable, Sendable {
    /// `line:0a1b2c3`: seven random hexadecimal digits.
    case random

    /// `line:Node.Subtitle_0100_Character`: where the line stands and who speaks; numbers leave
    /// room for lines that are written later.
    case descriptive
  }

  /// What tagging made of a script.
  public struct Result: Equatable, Sendable {
    /// The whole text with the ids added.
    public var text: String

    /// How many ids were added.
    public var addedCount: Int

    /// How many lines have an id now.
    public var lineCount: Int
  }

  private let style: Style
  var used: Set<String> = []

  /// The highest number of descriptive ids, by what stands before the number.
  var highestNumbers: [String: Int] = [:]

  /// Creates a tagger.
  ///
  /// - Parameters:
  ///   - style: How ids are made up.
  ///   - sources: All scripts of the project; the ids in them are taken.
  public init(_ style: Style, of sources: [Source]) {
    self.style = style
    for source in sources { used.formUnion((source.scriptLines ?? []).compactMap(\.id)) }
    if style == .descriptive { noteNumbers() }
  }

  /// Adds the missing ids of a script.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - random: Where random ids come from.
  /// - Returns: The new text; `nil` when the script has mistakes, for nothing that was
  ///   misunderstood should be rewritten.
  public mutating func tag(
    _ source: Source, using random: inout some RandomNumberGenerator
  ) -> Result? {
    guard let lines = source.scriptLines else { return nil }
    let ids = style == .random ? randomIDs(for: lines, using: &random) : descriptiveIDs(for: lines)
    var text: [UInt8] = []
    var rest = Array(source.text.utf8)[...]
    for (line, id) in zip(lines, ids) {
      guard let id else { continue }
      text += rest[..<line.end] + Array(" #\(id)".utf8)
      rest = rest[line.end...]
    }
    return Result(
      text: String(decoding: text + rest, as: UTF8.self), addedCount: ids.count { $0 != nil },
      lineCount: lines.count { !$0.isShadow })
  }

  private mutating func randomIDs(
    for lines: [ScriptLine], using random: inout some RandomNumberGenerator
  ) -> [String?] {
    lines.map { line in
      guard line.needsID else { return nil }
      while true {
        let digits = String(UInt32.random(in: 0..<(1 << 28), using: &random), radix: 16)
        let id = "line:" + String(repeating: "0", count: 7 - digits.count) + digits
        if used.insert(id).inserted { return id }
      }
    }
  }
}

extension ScriptLine {
  /// Whether the line lacks an id that it could have.
  var needsID: Bool { id == nil && !isShadow }
}
