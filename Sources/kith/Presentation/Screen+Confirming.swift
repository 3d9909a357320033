import Console

extension Screen {
  /// Asks whether something is to be done that cannot be taken back; Enter alone means no.
  ///
  /// - Parameters:
  ///   - question: The question, with its question mark.
  ///   - refusal: What is said where nobody answers.
  /// - Returns: Whether the whole word `yes` was typed.
  /// - Throws: ``Failure`` where the input ends before an answer, or ``Leaving``.
  func confirm(_ question: String, orElse refusal: String) throws -> Bool {
    try say(question)
    do {
      return try ask(LinePrompt("\(margin)yes or no, Enter for no > ")).trimmed.lowercased()
        == "yes"
    } catch let leaving as Leaving where leaving.interruption == .pause {
      throw Failure(message: refusal)
    }
  }
}
