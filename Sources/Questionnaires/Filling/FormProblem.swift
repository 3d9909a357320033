/// Something that keeps a form from being complete, with the place to mend it.
public struct FormProblem: Equatable, Sendable {
  /// The place.
  public var path: ItemPath
  /// The text of the question or group.
  public var text: String
  /// The repetition it belongs to.
  public var repetition: Repetition?
  /// What is wrong.
  public var problem: ResponseFault.Problem
  /// Whether the person can do something about it here.
  public var isMendable: Bool
}

extension FormProblem: CustomStringConvertible {
  /// What is wrong and how to mend it, said to the person who answers.
  public var description: String {
    switch problem {
    case .missing: "Needed to finish."
    case .tooFew(let minimum): "Needs \(minimum) or more."
    case .answer(let problem): "\(problem)"
    case .rule(_, _, let human) where !human.isEmpty: human
    default: ResponseFault(path: path, problem: problem).message
    }
  }
}

extension FormFiller {
  /// Everything that keeps the form from being complete as things stand, in the order of the form.
  public var problems: [FormProblem] { problems(in: completedResponse) }

  /// The rules that are broken without keeping the form from being complete.
  public var warnings: [FormProblem] {
    located(
      questionnaire.allFaults(in: completedResponse, outcome: outcome).filter(\.isWarning))
  }

  func problems(in response: QuestionnaireResponse) -> [FormProblem] {
    let faults = questionnaire.faults(in: response, outcome: outcome)
    return located(faults) + conditionsNotWorkedOut
  }

  /// The items of which nobody knows whether they apply; only the form's author can mend that.
  private var conditionsNotWorkedOut: [FormProblem] {
    (outcome?.faults ?? []).filter { $0.role == .enableWhenExpression }.compactMap { fault in
      let item = questionnaire.index.places[fault.linkID]
      return item.flatMap { walk.tree.places[$0].first }.map { node in
        FormProblem(
          path: walk.tree.nodes[node].path, text: walk.tree.item(of: node).text,
          problem: .rule(
            key: "", isWarning: false,
            human: "Whether this applies cannot be worked out; the form itself has a fault here."),
          isMendable: false)
      }
    }
  }

  /// Puts faults to their places, in the order of the form.
  private func located(_ faults: [ResponseFault]) -> [FormProblem] {
    guard !faults.isEmpty else { return [] }
    let places = Dictionary(
      walk.tree.nodes.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    return faults.compactMap { fault in
      let node = places[fault.path]
      if let node, let scope, !scope[walk.tree.nodes[node].item] { return nil }
      return FormProblem(
        path: fault.path, text: node.map { walk.tree.item(of: $0).text } ?? "",
        repetition: node.flatMap { walk.tree.repetition(around: $0) }, problem: fault.problem,
        isMendable: isMendable(fault))
    }.sorted { (places[$0.path] ?? .max) < (places[$1.path] ?? .max) }
  }

  private func isMendable(_ fault: ResponseFault) -> Bool {
    walk.stops.contains { stop in
      (stop.isQuestion && fault.path.holds(stop.mark.path))
        || (stop.mark.isAnother && stop.mark.path.isLike(fault.path))
    }
  }
}
