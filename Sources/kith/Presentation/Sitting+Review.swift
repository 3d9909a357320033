import Coach
import Console
import Questionnaires

extension Sitting {
  /// More rows than this are not shown one by one before the form is finished.
  private static let longestReview = 120

  /// Shows everything a form holds, and asks what to change.
  mutating func ask(_ review: FormReview, at prompt: Prompt) throws -> Move {
    try showHeld()
    if !isRepeated { try show(review) }
    let hint =
      review.canFinish
      ? "Enter finishes · a number changes an answer" : "Enter goes to the first of these"
    showKeys(hint, at: prompt)
    let typed = try readOnce(LinePrompt("\(screen.margin)> "))
    switch PromptCommand.read(typed) {
    case .answer(let text) where text.trimmed.isEmpty:
      if review.canFinish { return .reply(.form(.finish)) }
      guard let first = review.problems.first else { return .again }
      return .reply(.form(.jump(first.path)))
    case .answer(let text):
      return try obeyInForm(.jump, text.trimmed, at: prompt)
    case .command(.next):
      return review.canFinish ? .reply(.form(.finish)) : .again
    case let reading:
      return try obey(reading, at: prompt)
    }
  }

  private mutating func show(_ review: FormReview) throws {
    defer { hasReviewed = true }
    let view = outline
    let rows = review.rows.filter { $0.state != .text || $0.repetition != nil }
    if hasReviewed, review.canFinish, rows.count + 4 > screen.pageRows {
      try screen.say("Everything else is as you saw it. :list shows it all.")
    } else if rows.count > Self.longestReview {
      let answered = rows.count { $0.state == .answered }
      try screen.say("\(answered) of \(rows.count) questions are answered. :list all shows them.")
    } else {
      let hasAnswer = rows.contains { $0.state == .answered }
      try screen.say(
        (hasAnswer ? "This is what you wrote." : "No question has an answer.")
          + " Nothing is finished until you say so.")
      try show(view.blocks(of: rows) + [[""]])
    }
    guard !review.problems.isEmpty else { return }
    try screen.say(
      review.canFinish
        ? "Some things cannot be mended here:"
        : "\(counted(review.problems.count, "thing")) still needed before this can be finished:")
    try screen.write(view.lines(of: review.problems) + [""])
  }
}
