/// Something a dialogue asks of its host or tells it.
public enum Event: Equatable, Sendable {
  /// A node, by unique name, starts or goes on after a detour.
  case nodeStarted(String)

  /// A line to show.
  case line(Line)

  /// Options to offer; the dialogue waits for `choose(_:)`.
  case options([Option])

  /// A command for the host to carry out.
  case command(Command)

  /// A node, by unique name, has ended.
  case nodeCompleted(String)

  /// Nothing more will come.
  case dialogueCompleted
}
