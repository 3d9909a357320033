import YarnRuntime

/// What the compilation knows so far; every step reads it and adds to it.
struct CompilationState {
  /// A node with the name it got.
  struct NamedNode {
    var syntax: NodeSyntax
    var file: Int
    var title: String
    var name: String
    var isGroupMember: Bool
  }

  /// The id a line got.
  struct LineIdentity {
    var id: String
    var isExplicit: Bool

    /// The line of the file, counted from 1.
    var line: Int
  }

  let sources: [SourceText]

  /// What the sources are called in names that are made up: the names of the files without their
  /// folders, where those tell the sources apart.
  let shortNames: [String]
  let functions: [String: FunctionSignature]
  let languageVersion: Int
  var findsUnreachableCode = false
  var knowsAllFunctions = false
  var commands: [String: CommandSignature]?
  var severities: [String: Diagnostic.Severity?] = [:]
  var files: [FileSyntax] = []
  var nodes: [NamedNode] = []
  var enums: [String: EnumType] = [:]
  var variables: [String: VariableDeclaration] = [:]
  var types = TypeTable()
  var memberValues: [Int: Value] = [:]

  /// What the lines are called, by their keys; `nil` for lines of nodes that have no name.
  var lineIDs: [LineIdentity?] = []
  var lastLines: Set<Int> = []
  var visitedNodes: Set<String> = []
  var program = Program()
  var problems = ProblemList()
  var suggestions = Suggestions()

  init(_ sources: [Source], functions: [String: FunctionSignature], languageVersion: Int) {
    self.sources = sources.map(SourceText.init)
    shortNames = CompilationState.shortNames(of: sources.map(\.name))
    self.functions = functions
    self.languageVersion = languageVersion
  }

  mutating func report(_ problem: Problem, _ range: SourceRange) {
    problems.append(problem, range)
  }

  var hasErrors: Bool { problems.all.contains { severity(of: $0.problem) == .error } }

  /// How much a problem matters in this project; `nil` when it is to be passed over.
  ///
  /// What is an error of the language stays one.
  func severity(of problem: Problem) -> Diagnostic.Severity? {
    guard problem.severity != .error, let chosen = severities[problem.code] else {
      return problem.severity
    }
    return chosen
  }

  func text(_ range: SourceRange) -> String {
    sources[range.file].text(range.start..<range.end)
  }

  /// The line of a place, counted from 1.
  func line(_ range: SourceRange) -> Int {
    sources[range.file].lineIndex(of: range.start) + 1
  }
}

extension CompilationState {
  private static func shortNames(of names: [String]) -> [String] {
    let short = names.map { name in
      name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
    }
    let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(names, short).map { counts[$1] == 1 ? $1 : $0 }
  }
}
