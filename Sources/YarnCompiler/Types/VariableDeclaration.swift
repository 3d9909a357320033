import YarnRuntime

/// What is known of a variable.
struct VariableDeclaration {
  var type: InferredType
  var range: SourceRange

  /// Whether a script declares it; `false` when it was only used.
  var isDeclared: Bool
  var initialValue: Value?

  /// The expression of a smart variable.
  var smartValue: Expression?
  var isUsed = false
}
