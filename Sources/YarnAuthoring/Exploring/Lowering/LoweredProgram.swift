import YarnRuntime

/// A program reduced to what can change what is said next.
struct LoweredProgram {
  let program: Program
  var nodes: [LoweredNode] = []
  var nodeIndices: [String: Int] = [:]
  var expressions: [LoweredExpression] = []
  var groups: [BranchGroup] = []

  /// The node groups by the title that scripts ask for.
  var groupIndices: [String: Int] = [:]
  var smartExpressions: [Int] = []
  var lineIDs: [String] = []
  var undeclared: [String] = []
  var commands: [[String]] = []

  var sources: [ValueSource] = []
  var cellSources: [Int] = []
  var cells: [ValueSource.Kind: Int] = [:]
  var initial: [Scalar] = []
  var defaults: [Scalar] = []

  /// The answers of the host begin at this cell and go to the end.
  var firstAnswer = 0
  var pool = ScalarPool()

  /// Cells whose largest and smallest values are taken for one.
  var ceilings: [Float?] = []
  var floors: [Float?] = []
}

/// Reduces a program.
struct Lowering {
  let analysis: SourceAnalysis
  var result: LoweredProgram
  private var lineIndices: [String: Int] = [:]
  private var smartIndices: [String: Int] = [:]
  private(set) var undeclaredIndices: [String: Int] = [:]
  var owner = ""

  /// What is known of expressions that can end in an error.
  var fallible: [Int: Bool] = [:]

  init(_ program: Program, library: Library) {
    analysis = SourceAnalysis(program, library: library)
    result = LoweredProgram(program: program)
    result.sources = analysis.sources
    addCells()
    let names = program.nodes.keys.sorted()
    for (index, name) in names.enumerated() { result.nodeIndices[name] = index }
    for name in names { result.nodes.append(LoweredNode(name: name)) }
    for (index, name) in names.enumerated() {
      guard let node = program.nodes[name] else { continue }
      result.nodes[index] = lower(node)
    }
  }

  private mutating func addCells() {
    let program = analysis.program
    for name in program.implicitVariables.sorted() {
      undeclaredIndices[name] = result.undeclared.count
      result.undeclared.append(name)
    }
    var answers: [Int] = []
    for (index, source) in analysis.sources.enumerated() {
      switch source.kind {
      case .variable(let name):
        let isUndeclared = program.implicitVariables.contains(name)
        guard source.isRelevant || isUndeclared else { continue }
        let value = program.initialValues[name].map { result.pool.scalar($0) } ?? .none
        addCell(index, initial: isUndeclared ? .none : value, default: value)
      case .once: if source.isRelevant { addCell(index, initial: .no, default: .no) }
      case .visits:
        if source.isRelevant { addCell(index, initial: Scalar(0), default: Scalar(0)) }
      case .host: if source.isRelevant { answers.append(index) }
      case .hostComputed, .chance: continue
      }
    }
    result.firstAnswer = result.initial.count
    for index in answers { addCell(index, initial: .none, default: .none) }
  }

  private mutating func addCell(_ source: Int, initial: Scalar, default other: Scalar) {
    let facts = analysis.sources[source]
    result.cells[facts.kind] = result.initial.count
    result.cellSources.append(source)
    result.initial.append(initial)
    result.defaults.append(other)
    let isNumber = other.number != nil
    result.ceilings.append(isNumber ? facts.ceiling : nil)
    result.floors.append(isNumber ? facts.floor : nil)
  }

  mutating func lineIndex(_ id: String) -> Int {
    if let index = lineIndices[id] { return index }
    result.lineIDs.append(id)
    lineIndices[id] = result.lineIDs.count - 1
    return result.lineIDs.count - 1
  }

  mutating func smartIndex(_ name: String) -> Int {
    if let index = smartIndices[name] { return index }
    let index = result.smartExpressions.count
    smartIndices[name] = index
    result.smartExpressions.append(-1)
    let outer = owner
    owner = name
    let code = analysis.program.smartVariables[name] ?? []
    result.smartExpressions[index] = expression(code, 0..<code.count)
    owner = outer
    return index
  }
}
