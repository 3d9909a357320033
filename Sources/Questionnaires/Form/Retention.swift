/// What becomes of an answer when a sitting is over.
public enum Retention: String, Codable, Comparable, Sendable {
  /// It is kept.
  case keep
  /// It is kept only if the person says so.
  case ask
  /// It is forgotten, and never reaches the disk.
  case never

  /// Orders retentions from the most to the least that is kept.
  public static func < (left: Retention, right: Retention) -> Bool {
    left.strictness < right.strictness
  }

  private var strictness: Int {
    switch self {
    case .keep: 0
    case .ask: 1
    case .never: 2
    }
  }
}
