import YarnRuntime

/// What a walk through scripts has found.
public struct Exploration: Equatable, Encodable, Sendable {
  /// How many of something were come to.
  public struct Tally: Equatable, Encodable, Sendable {
    /// How many were come to.
    public var reached: Int

    /// How many there are.
    public var total: Int

    /// Creates a tally.
    public init(reached: Int, total: Int) {
      self.reached = reached
      self.total = total
    }

    /// The share in percent, rounded down; 100 when there are none.
    public var percent: Int { total == 0 ? 100 : reached * 100 / total }

    private enum CodingKeys: String, CodingKey { case reached, total, percent }

    /// Writes the tally, its share included.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(reached, forKey: .reached)
      try container.encode(total, forKey: .total)
      try container.encode(percent, forKey: .percent)
    }
  }

  /// The nodes that the walk started from.
  public var entries: [String]

  /// How many different states were seen.
  public var states: Int

  /// Whether the walk saw everything; if not, what it did not come to may still be reachable.
  public var isComplete: Bool

  /// The nodes that were entered, hubs of node groups not counted.
  public var nodes: Tally

  /// The options that could be chosen.
  public var options: Tally

  /// The lines that were said, items of line groups included.
  public var lines: Tally

  /// Functions whose answers go through calculations, so that the values tried may not be all
  /// that make a difference.
  public var guessed: [String]

  /// What is wrong, by file and line.
  public var findings: [ExplorationFinding]

  /// Whether any finding is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
