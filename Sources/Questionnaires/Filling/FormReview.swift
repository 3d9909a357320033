/// Everything a form holds, to look over before it is complete.
public struct FormReview: Equatable, Sendable {
  /// The headings and the questions that apply, in the order of the form.
  public var rows: [FormOutline.Entry]
  /// What keeps the form from being complete.
  public var problems: [FormProblem]
  /// The rules that are broken without keeping the form from being complete.
  public var warnings: [FormProblem]
  /// Whether the form can be finished as things stand.
  public var canFinish: Bool

  /// The problems of one row.
  ///
  /// - Parameter row: The row.
  /// - Returns: The problems that stand at the same place.
  public func problems(of row: FormOutline.Entry) -> [FormProblem] {
    problems.filter { $0.path == row.path }
  }
}

extension FormFiller {
  /// Everything the form holds as things stand.
  public var review: FormReview {
    let problems = problems
    let display = questionnaire.index
    let rows = entries { $0 != .notApplicable }.filter { row in
      guard row.state == .text, let name = row.path.steps.last?.linkID else { return true }
      return display.places[name].map { display.items[$0].type == .group } ?? false
    }
    return FormReview(
      rows: rows, problems: problems, warnings: warnings,
      canFinish: !problems.contains(where: \.isMendable))
  }

  /// What the person wrote beside the questions.
  public var notes: [FormNote] { progress.draft.notes }
}
