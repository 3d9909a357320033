/// How one of several pieces of content that could come next is chosen.
public enum SaliencyStrategy: Sendable {
  /// The first in source order.
  case first

  /// The one with the most conditions; the first of them in source order.
  case best

  /// The one seen least often; among those the one with the most conditions, then source order.
  case bestLeastRecentlySeen

  /// As the least recently seen, but a random one among equals.
  case randomBestLeastRecentlySeen

  /// The one that fits the host's situation best, by its headers and by when it was last seen.
  ///
  /// ``SaliencyScore`` tells how the points come about; equals are taken in source order.
  case fitting(Situation, SaliencyWeights = SaliencyWeights())
}

extension SaliencyStrategy: RawRepresentable, CaseIterable {
  /// Every strategy; the fitting one for a host that tells nothing of its situation.
  public static let allCases: [SaliencyStrategy] = [
    .first, .best, .bestLeastRecentlySeen, .randomBestLeastRecentlySeen, .fitting(Situation()),
  ]

  /// Finds a strategy by its name; `fitting` knows nothing of the situation.
  public init?(rawValue: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = found
  }

  /// The name that test plans and commands use.
  public var rawValue: String {
    switch self {
    case .first: "first"
    case .best: "best"
    case .bestLeastRecentlySeen: "best_least_recently_seen"
    case .randomBestLeastRecentlySeen: "random_best_least_recently_seen"
    case .fitting: "fitting"
    }
  }
}

extension SaliencyStrategy: Hashable {
  /// Tells whether two strategies always choose the same.
  public static func == (left: SaliencyStrategy, right: SaliencyStrategy) -> Bool {
    left.rawValue == right.rawValue && left.situation == right.situation
      && left.weights == right.weights
  }

  /// Feeds the strategy to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rawValue)
    hasher.combine(situation)
    hasher.combine(weights)
  }

  private var situation: Situation? {
    if case .fitting(let situation, _) = self { situation } else { nil }
  }

  private var weights: SaliencyWeights? {
    if case .fitting(_, let weights) = self { weights } else { nil }
  }
}

extension SaliencyStrategy: Codable {
  private enum CodingKeys: String, CodingKey { case situation, weights }

  /// Reads a strategy that `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    // Without keys it is a plain name, which is read below.
    if let container = try? decoder.container(keyedBy: CodingKeys.self) {
      self = .fitting(
        try container.decode(Situation.self, forKey: .situation),
        try container.decode(SaliencyWeights.self, forKey: .weights))
      return
    }
    let container = try decoder.singleValueContainer()
    guard let found = SaliencyStrategy(rawValue: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no strategy has this name")
    }
    self = found
  }

  /// Writes the strategy's name, or what the fitting one goes by.
  public func encode(to encoder: any Encoder) throws {
    guard case .fitting(let situation, let weights) = self else {
      var container = encoder.singleValueContainer()
      return try container.encode(rawValue)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(situation, forKey: .situation)
    try container.encode(weights, forKey: .weights)
  }
}
