/// What a dialogue remembers beyond its position.
///
/// A host can take a copy, let a node run and put the copy back: the node then leaves no trace.
public struct DialogueMemory: Equatable, Codable, Sendable {
  /// Variables, visit counts, `once` flags and view counts.
  public var variables: VariableStorage

  /// Where the next random number comes from.
  public var random: RandomSource

  /// Creates a memory.
  public init(variables: VariableStorage = VariableStorage(), random: RandomSource) {
    self.variables = variables
    self.random = random
  }
}
