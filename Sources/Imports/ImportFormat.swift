/// A format that entries come in from.
public enum ImportFormat: String, CaseIterable, Sendable {
  /// What `jrnl --format json` writes.
  case jrnl
  /// The JSON file of an export from Day One.
  case dayOne = "day-one"
  /// Files of Markdown, one entry each.
  case markdown
  /// Records as kith writes them itself.
  case kith

  /// The name of the program or format, as the person knows it.
  public var label: String {
    switch self {
    case .jrnl: "jrnl"
    case .dayOne: "Day One"
    case .markdown: "Markdown"
    case .kith: "kith"
    }
  }
}
