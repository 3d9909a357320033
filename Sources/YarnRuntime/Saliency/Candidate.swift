/// A member of a node group that may run at this moment.
public struct Candidate: Equatable, Sendable {
  /// The unique name of the node.
  public var name: String

  /// The headers of the node.
  public var headers: [Header]

  /// How specific the node's `when:` headers are.
  public var complexity: Int

  /// How often the node has been chosen before.
  public var viewCount: Int

  /// How well the node fits, and why; `nil` unless the strategy is
  /// ``SaliencyStrategy/fitting(_:_:)``.
  public var score: SaliencyScore?

  /// Finds the value of the first header with a key; `nil` when the node has none.
  public func header(_ key: String) -> String? {
    headers.first { $0.key == key }?.value
  }
}
