import YarnRuntime

/// Turns scripts into a program.
public struct Compiler: Sendable {
  /// The functions that scripts may call, the standard ones included.
  public var functions: [String: FunctionSignature]

  /// The version of the language that the project is written in.
  public var languageVersion: Int

  /// Whether statements below a jump, a return or a stop are remarked upon; Yarn Spinner does so
  /// only when it is asked to.
  public var findsUnreachableCode = false

  /// Creates a compiler.
  ///
  /// - Parameters:
  ///   - functions: The host's functions besides the standard ones. Calls to functions that are
  ///     neither are allowed when their types follow from their use.
  ///   - languageVersion: The version of the language that the project is written in.
  public init(functions: [String: FunctionSignature] = [:], languageVersion: Int = 4) {
    self.functions = Library().signatures.merging(functions) { _, own in own }
    self.languageVersion = languageVersion
  }

  /// Compiles the sources of one project together.
  public func compile(_ sources: [Source]) -> Compilation {
    var state = CompilationState(
      sources, functions: functions, languageVersion: languageVersion)
    state.findsUnreachableCode = findsUnreachableCode
    for step in CompilationStep.all { step.run(&state) }
    return Compilation(
      program: state.hasErrors ? nil : state.program, diagnostics: diagnostics(of: state))
  }

  private func diagnostics(of state: CompilationState) -> [Diagnostic] {
    let problems = state.problems.sorted { left, right in
      (left.1.file, left.1.start, left.0.code) < (right.1.file, right.1.start, right.0.code)
    }
    return problems.map { problem, range in
      let source = state.sources[range.file]
      let start = source.location(of: range.start)
      return Diagnostic(
        code: problem.code, severity: problem.severity, file: source.name, start: start,
        end: source.location(of: range.end), message: problem.message,
        sourceLine: source.lineText(start.line - 1))
    }
  }
}
