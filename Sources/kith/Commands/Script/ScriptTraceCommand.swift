import ArgumentParser
import YarnAuthoring
import struct YarnRuntime.Dialogue
import struct YarnRuntime.DialogueError
import enum YarnRuntime.SaliencyStrategy

/// Runs a script without a person and writes down everything that happens.
struct ScriptTraceCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Run a script by itself and print every event as a line of JSON.",
    usage: "kith script trace FILE [--node NODE] [--choices 1,2,3|rSEED] [OPTIONS]",
    discussion: """
      When the choices run out, or the limit is reached, the trace stops there with a note on \
      standard error and exit code 0. Exit code 1 means that the script could not go on, or that \
      a choice was not to be had.
      """)

  @Argument(help: "A script, a project or a folder.")
  var file: String

  @Option(help: "The node to start at; without it 'Start', or else the first node.")
  var node: String?

  @Option(
    help: ArgumentHelp(
      "What to choose: numbers of options, counted from 1, or 'r' and a seed.",
      valueName: "choices"))
  var choices = "r1"

  @Option(
    help: ArgumentHelp(
      "How salient content is chosen: \(SaliencyStrategy.namesInHelp).", valueName: "strategy"))
  var saliency = SaliencyStrategy.bestLeastRecentlySeen.rawValue

  @Option(help: "The language to run in; without it, that of the script.")
  var locale: String?

  @Option(help: ArgumentHelp("Stop after this many events.", valueName: "number"))
  var limit = 1_000_000

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func validate() throws {
    guard TraceChoices(choices) != nil else {
      throw ValidationError("--choices takes numbers such as 1,2,3, or 'r' and a seed such as r7")
    }
    guard limit > 0 else { throw ValidationError("--limit takes a number from 1") }
  }

  func run(on host: Host) throws {
    let files = try ScriptFiles.read(file)
    var dialogue = Dialogue(
      program: try files.runnableProgram(in: locale), seed: options.seed ?? 1,
      saliency: try .named(saliency))
    var output = BufferedOutput(host.screen.output)
    defer { output.flush() }
    do {
      try dialogue.start(at: try files.startNode(node, in: dialogue.program))
      var tracer = Tracer(
        dialogue, choices: TraceChoices(choices) ?? .seed(1), library: files.library)
      var count = 0
      while !output.isClosed, let events = try tracer.next() {
        for event in events.prefix(limit - count) { output.writeLine(event.json) }
        count += events.count
        guard count < limit || tracer.ending != nil else {
          output.flush()
          return host.errors.writeLine("kith: stopped after \(limit) events, as --limit says")
        }
      }
      output.flush()
      try report(tracer.ending, on: host)
    } catch let error as DialogueError {
      throw Failure(error)
    }
  }

  private func report(_ ending: Tracer.Ending?, on host: Host) throws {
    switch ending {
    case .outOfChoices(let count):
      host.errors.writeLine(
        "kith: the choices ran out after \(count); options wait for one more\n"
          + "hint: add to --choices, or give a seed such as --choices r1")
    case .unavailable(let pick, let available):
      throw Failure(
        message: "choice \(pick) is not to be had here",
        hint: "these can be chosen: \(available.map(String.init).joined(separator: ", "))")
    case .complete, nil: return
    }
  }
}
