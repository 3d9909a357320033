/// A node of a node group with what decides whether it may run.
package struct GroupMember: Equatable, Sendable {
  package var node: String
  package var complexity: Int
  package var onceVariable: String?

  /// An expression that holds when every `when:` header holds.
  package var condition: [Instruction]

  package init(
    node: String, complexity: Int, onceVariable: String?, condition: [Instruction]
  ) {
    self.node = node
    self.complexity = complexity
    self.onceVariable = onceVariable
    self.condition = condition
  }
}
