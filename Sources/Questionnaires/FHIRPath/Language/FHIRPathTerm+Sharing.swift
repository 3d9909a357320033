extension FHIRPathTerm {
  /// A text that is the same for parts with the same value; `nil` where the value depends on more
  /// than the resources, such as the focus.
  ///
  /// Long forms ask a hundred times for `%resource.repeat(item)`. Keeping its value makes the
  /// hundred and first time cheap.
  private var key: String? {
    switch self {
    case .variable(let name, _):
      return ["resource", "rootResource", "questionnaire", "QuestionnaireResponse"].contains(name)
        ? "%" + name : nil
    case .shared(let key, _): return key
    case .lookup(let key, _, let linkID): return key + "[" + linkID + "]"
    case .member(let holder?, let name): return holder.key.map { $0 + "." + name }
    case .call(let call):
      guard let key = call.receiver?.key else { return nil }
      switch (call.function, call.arguments.first) {
      case (.descendants, _), (.children, _): return key + "." + call.function.rawValue
      case (.repeat, .member(nil, let name)?): return key + ".repeat:" + name
      default: return nil
      }
    default: return nil
    }
  }

  /// The term, marked to be kept where it can be.
  static func sharing(_ term: FHIRPathTerm) -> FHIRPathTerm {
    switch term {
    case .member, .call: term.key.map { .shared($0, term) } ?? term
    default: term
    }
  }

  /// The term, with `where(linkId = '…')` on a kept part turned into a look-up.
  var looking: FHIRPathTerm {
    guard case .call(let call) = self, call.function == .where, let receiver = call.receiver,
      let key = receiver.key, let argument = call.arguments.first,
      case .binary(.equal, .member(nil, "linkId"), .literal(.string(let linkID)), _) = argument
    else { return self }
    return .lookup(key, receiver, linkID: linkID)
  }
}
