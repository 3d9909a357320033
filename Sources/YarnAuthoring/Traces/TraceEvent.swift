import YarnRuntime

/// One line of a trace: something a dialogue said, asked or did, or the choice that was made.
///
/// The JSON form is that of the traces recorded from the original engine, so that two engines can
/// be compared line by line.
public enum TraceEvent: Equatable, Sendable {
  /// A node, by unique name, starts or goes on after a detour.
  case nodeStart(String)

  /// A node, by unique name, has ended.
  case nodeComplete(String)

  /// A line: its id, its text in the string table, the texts inserted there, and what is shown.
  ///
  /// A line that repeats another by `#shadow:` has no text of its own in the table.
  case line(id: String, raw: String?, substitutions: [String], text: String)

  /// One of the options that are offered together, counted from 0.
  case option(index: Int, isAvailable: Bool, text: String)

  /// The option that was chosen; `nil` where none could be.
  case select(Int?)

  /// A command with its values inserted.
  case command(String)

  /// The end of the dialogue.
  case complete
}

extension TraceEvent {
  /// The event as a JSON object on one line.
  public var json: String {
    var object = JSONLine()
    switch self {
    case .nodeStart(let node):
      object.add("ev", "nodeStart")
      object.add("node", node)
    case .nodeComplete(let node):
      object.add("ev", "nodeComplete")
      object.add("node", node)
    case .line(let id, let raw, let substitutions, let text):
      object.add("ev", "line")
      object.add("id", id)
      object.add("raw", raw)
      object.add("subs", substitutions)
      object.add("text", text)
    case .option(let index, let isAvailable, let text):
      object.add("ev", "option")
      object.add("index", index)
      object.add("available", isAvailable)
      object.add("text", text)
    case .select(let index):
      object.add("ev", "select")
      object.add("index", index ?? -1)
    case .command(let text):
      object.add("ev", "command")
      object.add("text", text)
    case .complete:
      object.add("ev", "complete")
    }
    return object.text
  }
}
