import YarnRuntime

/// Finds the types of everything and reports what does not fit.
///
/// Every statement is looked at once; what hangs on types that are not known yet is put aside and
/// looked at again when all statements have been seen.
struct TypeChecker {
  /// A use of an argument, an operand or a case whose type was not known yet.
  enum Postponed {
    case argument(Expression, InferredType, parameter: ValueType)
    case operand(BinaryOperator, InferredType, SourceRange)
    case member(Expression, String, InferredType)

    /// An argument that may have any type, but must have one.
    case anyArgument(Expression, InferredType)

    /// A variable that is set to a case without its enum.
    case setToMember(InferredType, memberID: Int, SourceRange)
  }

  let functions: [String: FunctionSignature]
  let enums: [String: EnumType]
  var knowsAllFunctions = false
  let enumsByCase: [String: [String]]
  let source: (SourceRange) -> String
  var table = TypeTable()
  var variables: [String: VariableDeclaration] = [:]

  /// The names of the variables that scripts declare, in order.
  var declaredNames: [String] = []

  /// The smart variables whose value depends on itself.
  var circularNames: [String] = []
  var implicitFunctions: [String: ImplicitFunction] = [:]
  var postponed: [Postponed] = []

  /// Variables and calls with their types, to find those that stay unknown.
  var occurrences: [(Expression, InferredType)] = []
  var memberValues: [Int: Value] = [:]

  /// The expressions whose case belongs to several enums.
  var ambiguousMembers: Set<Int> = []

  /// Declarations without a value, which do not declare anything.
  var emptyDeclarations: [VariableMention] = []
  var problems = ProblemList()
  var suggestions = Suggestions()

  mutating func report(_ problem: Problem, _ range: SourceRange) {
    problems.append(problem, range)
  }

  /// Keeps a variable or a call in mind whose type is not known yet.
  mutating func expectType(of expression: Expression, _ type: InferredType) {
    if case .unknown = table.resolve(type) { occurrences.append((expression, type)) }
  }

  mutating func mismatch(_ message: String, _ range: SourceRange) {
    report(.typeMismatch(message), range)
  }

  func describe(_ type: InferredType) -> String {
    switch table.resolve(type) {
    case .known(let type): type.description
    case .unknown, .failed, .unreadable: "value of unknown type"
    }
  }

  func isFailed(_ type: InferredType) -> Bool {
    [.failed, .unreadable].contains(table.resolve(type))
  }

  /// Uses a variable; one that nothing declares is remembered with a type to be found.
  mutating func use(_ name: String, at range: SourceRange) -> InferredType {
    if let place = variables.index(forKey: name) {
      variables.values[place].isUsed = true
      return variables.values[place].type
    }
    let nearest = suggestions.nearest(to: name, among: declaredNames)
    report(.undeclaredVariable(name, nearest: nearest), range)
    let type = table.makeUnknown()
    variables[name] = VariableDeclaration(
      type: type, range: range, isDeclared: false, initialValue: nil, smartValue: nil,
      isUsed: true)
    return type
  }

  /// Finds an enum's case; `nil` after a report.
  mutating func value(of member: String, in type: ValueType, _ range: SourceRange) -> Value? {
    guard case .enumeration(let name) = type, let found = enums[name] else {
      mismatch("a \(type) has no cases, so ‘.\(member)’ cannot be used here", range)
      return nil
    }
    if let value = found.cases[member] { return value }
    let nearest = suggestions.nearest(to: member, among: found.cases.keys)
    report(.unknownMember(type: name, member: member, nearest: nearest), range)
    return nil
  }
}
