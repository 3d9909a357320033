import ArgumentParser

/// Capture without the passphrase.
struct NoteCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write something down at once; works without the passphrase.",
    usage: "kith note [OPTIONS]",
    discussion: """
      The text comes from the prompt, or from standard input: 'kith note < file'. It is sealed at \
      once, waits in the inbox, and joins your journal when you next open it, marked as captured \
      without unlock. The text is never taken from the command line, where other programs and the \
      shell's history can read it.
      """)

  /// Whatever stands on the command line: it is refused, so that nobody gets used to it.
  @Argument(parsing: .allUnrecognized, help: .hidden)
  var words: [String] = []

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    guard words.isEmpty else {
      throw Failure(
        message: "a note is never taken from the command line: the shell keeps such a line in its "
          + "history, and other programs can see it; nothing was kept",
        hint: "run 'kith note' alone and type at its prompt, or hand the text over on standard "
          + "input; if the words were private, take the line out of your shell's history",
        exitCode: 2)
    }
    guard !options.noSave else {
      throw Failure(
        message: "--no-save keeps nothing, and a note is there to be kept", exitCode: 2)
    }
    try NotePad(host).take()
  }
}
