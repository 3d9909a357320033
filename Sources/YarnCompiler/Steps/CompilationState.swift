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
  }

  let sources: [SourceText]
  let functions: [String: FunctionSignature]
  let languageVersion: Int
  var findsUnreachableCode = false
  var files: [FileSyntax] = []
  var nodes: [NamedNode] = []
  var enums: [String: EnumType] = [:]
  var variables: [String: VariableDeclaration] = [:]
  var types = TypeTable()
  var memberValues: [Int: Value] = [:]
  var lineIDs: [Int: LineIdentity] = [:]
  var lastLines: Set<Int> = []
  var visitedNodes: Set<String> = []
  var program = Program()
  var problems: [(Problem, SourceRange)] = []

  init(_ sources: [Source], functions: [String: FunctionSignature], languageVersion: Int) {
    self.sources = sources.map(SourceText.init)
    self.functions = functions
    self.languageVersion = languageVersion
  }

  mutating func report(_ problem: Problem, _ range: SourceRange) {
    problems.append((problem, range))
  }

  var hasErrors: Bool { problems.contains { $0.0.severity == .error } }

  func text(_ range: SourceRange) -> String {
    sources[range.file].text(range.start..<range.end)
  }

  /// The line of a place, counted from 1.
  func line(_ range: SourceRange) -> Int {
    sources[range.file].lineIndex(of: range.start) + 1
  }
}
