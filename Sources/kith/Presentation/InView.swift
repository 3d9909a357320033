import Console

/// A question that stands on the screen, so that it need not be said again after each slip.
struct InView {
  /// What waits for an answer.
  var anchor: String

  /// How many rows were written before it.
  var top: Int

  /// How many rows were written when it had last been answered.
  var bottom = 0

  /// Whether only the cue is to be shown, because the question can still be read.
  var isRepeated = false

  /// Whether Enter alone was pressed last, which asks for nothing to be shown again.
  var wasLeftEmpty = false

  /// A remark longer than this takes the eye away from the question.
  private static let longestRemark = 4

  /// Whether the question can still be read, right above what was said since.
  func isStill(on screen: Screen) -> Bool {
    guard screen.writtenRows - bottom <= Self.longestRemark else { return false }
    return wasLeftEmpty || fits(screen)
  }

  /// Whether nothing of the question has left the window.
  func fits(_ screen: Screen) -> Bool {
    screen.isPlain || screen.writtenRows - top + 2 <= screen.terminal.rows
  }
}
