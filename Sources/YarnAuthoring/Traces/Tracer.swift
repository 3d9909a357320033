import YarnRuntime

/// Runs a dialogue without a person and tells everything that happens, event by event.
///
/// ```swift
/// var tracer = Tracer(dialogue, choices: .seed(1), library: library)
/// while let events = try tracer.next() {
///   for event in events { output.write(event.json + "\n") }
/// }
/// ```
///
/// Nothing of what happened is kept, so a trace can be as long as one likes.
public struct Tracer {
  /// How a trace came to its end.
  public enum Ending: Equatable, Sendable {
    /// The dialogue is complete.
    case complete

    /// Options wait and no picks are left; so many had been made.
    case outOfChoices(made: Int)

    /// The next pick is not among the available options, which are counted from 1.
    case unavailable(pick: Int, available: [Int])
  }

  /// The dialogue as it is at the moment.
  public private(set) var dialogue: Dialogue

  /// How the trace ended; `nil` while it goes on.
  public private(set) var ending: Ending?

  private let library: Library
  private var choices: TraceChoices
  private var choiceCount = 0

  /// Makes a tracer.
  ///
  /// - Parameters:
  ///   - dialogue: A dialogue that was started.
  ///   - choices: Where choices come from.
  ///   - library: The functions that the script calls.
  public init(_ dialogue: Dialogue, choices: TraceChoices, library: Library) {
    self.dialogue = dialogue
    self.choices = choices
    self.library = library
  }

  /// Goes on to what happens next; options come together with the choice that is made.
  ///
  /// - Returns: The events; `nil` when the trace has ended.
  /// - Throws: `DialogueError` when the script cannot go on.
  public mutating func next() throws(DialogueError) -> [TraceEvent]? {
    guard ending == nil else { return nil }
    switch try dialogue.next(using: library) {
    case .nodeStarted(let node): return [.nodeStart(node)]
    case .nodeCompleted(let node): return [.nodeComplete(node)]
    case .line(let line): return [event(for: line)]
    case .command(let command): return [.command(command.text)]
    case .options(let options): return try events(for: options)
    case .dialogueCompleted:
      ending = .complete
      return [.complete]
    }
  }

  private func event(for line: Line) -> TraceEvent {
    let entry = dialogue.program.lines[line.id]
    let raw = entry.flatMap { $0.shadowOf == nil ? $0.text : nil }
    return .line(id: line.id, raw: raw, substitutions: line.values, text: line.fullText)
  }

  private mutating func events(
    for options: [Option]
  ) throws(DialogueError) -> [TraceEvent] {
    let offered = options.map {
      TraceEvent.option(index: $0.index, isAvailable: $0.isAvailable, text: $0.line.fullText)
    }
    switch choices.pick(from: options) {
    case .option(let index):
      try dialogue.choose(index)
      if index != nil { choiceCount += 1 }
      return offered + [.select(index)]
    case .exhausted:
      ending = .outOfChoices(made: choiceCount)
    case .unavailable(let pick, let available):
      ending = .unavailable(pick: pick, available: available)
    }
    return offered
  }
}
