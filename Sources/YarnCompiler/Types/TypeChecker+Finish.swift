import YarnRuntime

extension TypeChecker {
  /// Looks again at what was put aside, and reports what stays unknown.
  mutating func finish() {
    settleArguments()
    settleMembers()
    settleOperands()
    settleEmptyDeclarations()
    settleExplained()
    reportAmbiguous()
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
      case .failed, .unreadable: continue
      case .known(let known): settle(expression, member, known)
      case .unknown:
        let owners = enumsByCase[member] ?? []
        if owners.count == 1, let owner = owners.first {
          _ = table.unify(type, .known(.enumeration(owner)))
          settle(expression, member, .enumeration(owner))
        } else if owners.isEmpty {
          mismatch("no enum has a case ‘\(member)’", expression.range)
          report(.undeterminedType("." + member), expression.range)
        } else {
          ambiguousMembers.insert(expression.id)
          report(.ambiguousType("." + member), expression.range)
          mismatch("‘.\(member)’ belongs to several enums", expression.range)
          report(.undeterminedType("." + member), expression.range)
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
      case .known(.number), .known(.string), .failed, .unreadable, .unknown: continue
      case .known(let known):
        mismatch("‘\(binary.rawValue)’ cannot be used with a \(known)", range)
      }
    }
  }

  private mutating func settleEmptyDeclarations() {
    for mention in emptyDeclarations {
      if variables[mention.name] == nil { report(.unusedVariable(mention.name), mention.range) }
      noteUse(of: mention)
    }
  }

  /// Leaves variables in peace whose type is unknown for a reason that is remarked upon elsewhere:
  /// one in a circle has none.
  private mutating func settleExplained() {
    for name in circularNames {
      guard let type = variables[name]?.type, case .unknown = table.resolve(type) else { continue }
      _ = table.unify(type, .failed)
    }
  }

  private mutating func reportAmbiguous() {
    for item in postponed {
      switch item {
      case .anyArgument(let argument, let type):
        guard case .unknown = table.resolve(type) else { continue }
        let text = source(argument.range)
        report(.ambiguousType(text), argument.range)
        mismatch("‘\(text)’ can have any type here; declare the one that is meant", argument.range)
      case .setToMember(let type, let id, let range):
        guard case .unknown = table.resolve(type), ambiguousMembers.contains(id) else { continue }
        report(.ambiguousType(source(range)), range)
      case .argument, .operand, .member: continue
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
