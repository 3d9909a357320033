/// One act of a person who fills in a form.
///
/// The same moves from the same start always lead to the same place, so a draft can be kept as a
/// list of moves.
public enum FormMove: Codable, Equatable, Sendable {
  /// Answers the question that waits.
  case answer([AnswerValue])
  /// Leaves the question that waits without an answer; not where one is required.
  case skip
  /// Goes on: past a text, or past a question as it is, which stays needed where it is required.
  case next
  /// Goes to the question before.
  case back
  /// Takes the answer to the question that waits away, and stays there.
  case clear
  /// Goes to a question, a group, or one repetition of a group.
  case jump(ItemPath)
  /// Adds a repetition to a group; the index of the path's last level does not matter.
  case add(ItemPath)
  /// Takes a repetition of a group away.
  case remove(ItemPath)
  /// Puts a repetition of a group at another place, counted from 0.
  case move(ItemPath, to: Int)
  /// Takes back the last move that changed an answer or a repetition.
  case undo
  /// Completes the form.
  case finish
  /// Writes something beside the question that waits; nothing takes the note away.
  case note(PrivateText)
}
