extension FHIRPathTerm {
  /// What the value of an expression depends on, besides the form.
  struct Reads {
    /// The items it looks up by their link id.
    var items: Set<LinkID> = []
    /// The variables it uses.
    var variables: Set<String> = []

    fileprivate mutating func note(_ linkID: String) -> Bool {
      items.insert(LinkID(linkID))
      return true
    }
  }

  /// Finds what the value depends on.
  ///
  /// - Parameters:
  ///   - reads: Where it is noted.
  ///   - isInside: Whether the focus is a value that was read already, as within `where(…)`.
  /// - Returns: `false` where it depends on more than items looked up by link id, such as the focus
  ///   or the moment.
  func note(in reads: inout Reads, isInside: Bool = false) -> Bool {
    switch self {
    case .empty, .literal, .index, .total: true
    case .this: isInside
    case .variable(let name, _): Self.note(name, in: &reads)
    case .member(let holder, _): holder?.note(in: &reads, isInside: isInside) ?? isInside
    case .call(let call): call.note(in: &reads, isInside: isInside)
    case .item(let term, let place, _):
      term.note(in: &reads, isInside: isInside) && place.note(in: &reads, isInside: isInside)
    case .negated(let term, _), .test(let term, _, _), .cast(let term, _), .shared(_, let term):
      term.note(in: &reads, isInside: isInside)
    case .binary(_, let left, let right, _):
      left.note(in: &reads, isInside: isInside) && right.note(in: &reads, isInside: isInside)
    case .lookup(_, _, let linkID): reads.note(linkID)
    }
  }

  private static func note(_ name: String, in reads: inout Reads) -> Bool {
    switch name {
    case "questionnaire", "Questionnaire", "qitem", "ucum", "sct", "loinc": return true
    case "resource", "rootResource", "QuestionnaireResponse", "context": return false
    default:
      reads.variables.insert(name)
      return true
    }
  }
}

extension FHIRPathTerm.Call {
  fileprivate func note(in reads: inout FHIRPathTerm.Reads, isInside: Bool) -> Bool {
    guard ![.now, .today, .timeOfDay].contains(function),
      receiver?.note(in: &reads, isInside: isInside) ?? (isInside || function == .iif)
    else { return false }
    let projects: Set<FHIRPathFunction> = [
      .where, .select, .all, .exists, .repeat, .repeatAll, .aggregate,
    ]
    let isWithin = isInside || projects.contains(function)
    return arguments.allSatisfy { $0.note(in: &reads, isInside: isWithin) }
  }
}
