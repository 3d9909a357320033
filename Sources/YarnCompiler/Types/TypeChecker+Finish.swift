import YarnRuntime

extension TypeChecker {
  /// Looks again at what was put aside, and reports what stays unknown.
  mutating func finish() {
    settleArguments()
    settleMembers()
    settleOperands()
    reportUnknown()
  }

  private mutating func settleArguments() {
    for case .argument(let argument, let type, let parameter) in postponed {
      if case .unknown = table.resolve(type) {
        _ = table.unify(type, .known(parameter))
      } else {
        check(argument, type, against: parameter)
      }
    }
  }

  private mutating func settleMembers() {
    for case .member(let expression, let member, let type) in postponed {
      switch table.resolve(type) {
      case .failed: continue
      case .known(let known): settle(expression, member, known)
      case .unknown:
        let owners = enums.values.filter { $0.cases[member] != nil }.map(\.name)
        if owners.count == 1, let owner = owners.first {
          _ = table.unify(type, .known(.enumeration(owner)))
          settle(expression, member, .enumeration(owner))
        } else if owners.isEmpty {
          mismatch("no enum has a case ‘\(member)’", expression.range)
          report(.undeterminedType("." + member), expression.range)
        } else {
          report(.ambiguousType("." + member), expression.range)
        }
      }
    }
  }

  private mutating func settle(_ expression: Expression, _ member: String, _ type: ValueType) {
    memberValues[expression.id] = value(of: member, in: type, expression.range)
  }

  private mutating func settleOperands() {
    for case .operand(let binary, let type, let range) in postponed {
      switch table.resolve(type) {
      case .known(.number), .known(.string), .failed, .unknown: continue
      case .known(let known):
        mismatch("‘\(binary.rawValue)’ cannot be used with a \(known)", range)
      }
    }
  }

  private mutating func reportUnknown() {
    for (expression, type) in occurrences {
      guard case .unknown = table.resolve(type) else { continue }
      report(.undeterminedType(source(expression.range)), expression.range)
    }
  }
}
