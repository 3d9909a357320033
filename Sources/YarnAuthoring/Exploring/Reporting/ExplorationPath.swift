/// A way through scripts, with the fewest choices.
public struct ExplorationPath: Equatable, Encodable, Sendable {
  /// A step of the way.
  public enum Step: Equatable, Sendable {
    /// An option is chosen, by its place from 1.
    case choose(Int, text: String)

    /// Options are passed over.
    case decline

    /// A function is taken to answer with a value.
    case assume(call: String, value: String)

    /// Salience is taken to choose a node.
    case select(node: String)

    /// Salience is taken to choose a line.
    case selectLine(text: String)
  }

  /// The node that the way starts from.
  public var entry: String

  /// The steps in order.
  public var steps: [Step]

  /// The options that are chosen, by their places from 1; 0 where options are passed over.
  public var picks: [Int] {
    steps.compactMap { step in
      switch step {
      case .choose(let number, _): number
      case .decline: 0
      case .assume, .select, .selectLine: nil
      }
    }
  }

  private enum CodingKeys: String, CodingKey { case entry, picks, steps }

  /// Writes the way, its picks included.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(entry, forKey: .entry)
    try container.encode(picks, forKey: .picks)
    try container.encode(steps.map(\.description), forKey: .steps)
  }
}

extension ExplorationPath: CustomStringConvertible {
  /// The way in one line.
  public var description: String {
    ([entry] + steps.map(\.description)).joined(separator: " → ")
  }
}

extension ExplorationPath.Step: CustomStringConvertible {
  /// The step in a few words.
  public var description: String {
    switch self {
    case .choose(let number, let text): "\(number) ‘\(text)’"
    case .decline: "no option"
    case .assume(let call, let value): "\(call) = \(value)"
    case .select(let node): "node \(node)"
    case .selectLine(let text): "line ‘\(text)’"
    }
  }
}
