import YarnRuntime

/// What came of compiling.
public struct Compilation: Sendable {
  /// The program; `nil` when there is any error.
  public var program: Program?

  /// All remarks, in the order of the sources and of the places in them.
  public var diagnostics: [Diagnostic]
}
