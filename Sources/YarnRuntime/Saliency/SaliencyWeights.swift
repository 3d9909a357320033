/// How much each aspect counts when content is chosen with ``SaliencyStrategy/fitting(_:_:)``.
public struct SaliencyWeights: Codable, Hashable, Sendable {
  /// The points for the right phase, taken off for a wrong one.
  public var phase: Double

  /// The points for the first focus, taken off where none fits; the second focus gives a half.
  public var focus: Double

  /// The points for the wanted depth, taken off at the other end of ``depths``.
  public var depth: Double

  /// The points for content never seen; content seen just now gets none.
  public var recency: Double

  /// The points for content never seen; content seen once gets a half, twice a third.
  public var views: Double

  /// The points for each condition in `when:`.
  public var conditions: Double

  /// The words that a `depth:` header can have, the lightest first.
  public var depths: [String]

  /// Creates weights; the usual ones let the phase decide first, then the focus.
  public init(
    phase: Double = 8, focus: Double = 4, depth: Double = 2, recency: Double = 2,
    views: Double = 1, conditions: Double = 0.5, depths: [String] = ["light", "mid", "deep"]
  ) {
    self.phase = phase
    self.focus = focus
    self.depth = depth
    self.recency = recency
    self.views = views
    self.conditions = conditions
    self.depths = depths
  }
}
