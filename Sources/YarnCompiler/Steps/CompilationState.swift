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

  /// Whether a file has so many mistakes that the rest of it was not read; what is not known of it
  /// must not be remarked upon.
  var isCutShort = false
  var files: [FileSyntax] = []
  var nodes: [NamedNode] = []
  var enums: [String: EnumType] = [:]

  /// The enums that have a case, by its name.
  var enumsByCase: [String: [String]] = [:]
  var variables: [String: VariableDeclaration] = [:]

  /// The smart variables whose value depends on itself.
  var circularNames: [String] = []
  var types = TypeTable()
  var memberValues: [Int: Value] = [:]

  /// The places of the lines in the string table, by their keys; -1 for lines of nodes that have
  /// no name.
  var linePlaces: [Int32] = []
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

  /// What is known without the nodes, so that each can be given up when it is not needed any more.
  var withoutSyntax: CompilationState {
    var state = self
    state.files = []
    state.nodes = []
    return state
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

  /// Finds the id that a line got; `nil` for a line of a node that has no name.
  func identity(of line: LineStatement) -> LineIdentity? {
    let place = Int(linePlaces[line.key])
    guard place >= 0 else { return nil }
    let (id, entry) = program.lines[place]
    return LineIdentity(id: id, isExplicit: !entry.isImplicit, line: entry.line)
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
