/// Where the host stands when content is chosen with ``SaliencyStrategy/fitting(_:_:)``.
///
/// Content says what it is made for in its headers `phase:`, `focus:` and `depth:`, a line-group
/// item in hashtags such as `#phase:middle`. Several words, parted by spaces, `,` or `|`, fit each
/// of them; `any`, or no header, fits everything a little.
public struct Situation: Codable, Hashable, Sendable {
  /// The part of the course that runs now; `nil` when it does not matter.
  public var phase: String?

  /// What is being worked on, the most important first.
  public var focuses: [String]

  /// How deep the content should go; `nil` when it does not matter.
  public var depth: String?

  /// Creates a situation.
  public init(phase: String? = nil, focuses: [String] = [], depth: String? = nil) {
    self.phase = phase
    self.focuses = focuses
    self.depth = depth
  }
}
