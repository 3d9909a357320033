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

  /// The commands that the host knows; `nil` when that cannot be told, and none is checked.
  public var commands: [String: CommandSignature]?

  /// Whether ``functions`` are all there are, so that calls to others are remarked upon.
  public var knowsAllFunctions = false

  /// How much remarks matter in this project, by their code; `nil` leaves remarks out.
  ///
  /// Errors stay errors: what cannot be compiled cannot be overridden.
  public var severities: [String: Diagnostic.Severity?] = [:]

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
    state.knowsAllFunctions = knowsAllFunctions
    state.commands = commands
    state.severities = severities
    for step in CompilationStep.all where !state.isCutShort { step.run(&state) }
    return Compilation(
      program: state.hasErrors ? nil : state.program, diagnostics: diagnostics(of: state))
  }

  private func diagnostics(of state: CompilationState) -> [Diagnostic] {
    let problems = state.problems.all.sorted { left, right in
      (left.range.file, left.range.start, left.problem.code, left.range.end)
        < (right.range.file, right.range.start, right.problem.code, right.range.end)
    }
    var places = DiagnosticPlaces(problems.map(\.range), in: state.sources)
    return problems.compactMap { problem, range in
      guard let severity = state.severity(of: problem) else { return nil }
      let start = places.location(range.file, range.start)
      return Diagnostic(
        code: problem.code, severity: severity, file: state.sources[range.file].name,
        start: start, end: places.location(range.file, max(range.start, range.end)),
        message: problem.message.shortened, sourceLine: places.lineText(range.file, start.line))
    }
  }
}

extension String {
  /// The text without the middle of what a name of enormous length puts into it.
  fileprivate var shortened: String {
    utf8.count <= 1000 ? self : prefix(200) + "…" + suffix(200)
  }
}
