import JournalStorage

extension Screen {
  /// Keeps something; where the disk refuses, the person can make room and try again.
  ///
  /// - Parameters:
  ///   - state: What has become of their words meanwhile.
  ///   - keep: Keeps them.
  /// - Throws: ``Leaving`` when they leave without it, or what keeping throws.
  func untilItIsKept(_ state: String, _ keep: () throws -> Void) throws {
    while true {
      do {
        return try keep()
      } catch let error as VaultError where error.kind == .access && terminal.isInteractive {
        try say("\(error)".sentence)
        try say(state)
        try waitForEnter("Enter tries again, Ctrl-C leaves without it > ")
      }
    }
  }
}
