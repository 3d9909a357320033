import ArgumentParser
import Console
import FoundationEssentials
import YarnAuthoring
import struct YarnRuntime.DialogueError

/// Walks through everything that scripts can lead to.
struct ScriptExploreCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Find what is never reached, where scripts get stuck, and the shortest way there.",
    usage: "kith script explore PATH [--node NODE...] [--states N] [--seconds S] [--json] "
      + "[--strict] [OPTIONS]",
    discussion: """
      Every state that the scripts can come to is looked at once. Functions of the host may answer \
      anything that makes a difference, and salience may choose whatever its conditions allow. \
      When a bound is reached, what was not come to may still be reachable, and the report says \
      so. Exit code 1 means an error of a running script or an endless loop; with --strict any \
      finding, or a walk that did not come to its end.
      """)

  @Argument(help: "A script, a project or a folder.")
  var path: String

  @Option(
    help:
      "A node to start from; may be given again. Without any 'Start', or else each node that nothing leads to."
  )
  var node: [String] = []

  @Option(help: ArgumentHelp("Give up after this many states.", valueName: "number"))
  var states = 1_000_000

  @Option(help: ArgumentHelp("Give up after this many seconds.", valueName: "number"))
  var seconds = 60.0

  @Flag(help: "A report for programs.")
  var json = false

  @Flag(help: "Exit 1 for every finding.")
  var strict = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func validate() throws {
    guard states > 0 else { throw ValidationError("--states takes a number from 1") }
    guard seconds > 0 else { throw ValidationError("--seconds takes a number above 0") }
  }

  func run(on host: Host) throws {
    let files = try ScriptFiles.read(path)
    var explorer = Explorer(try files.program(), host: HostModel(files.definitions))
    explorer.mostStates = states
    for name in node { _ = try files.startNode(name, in: explorer.program) }
    let meter = ExplorationMeter(host)
    let exploration = try explore(explorer, meter)
    meter.clear()
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      host.screen.output.writeLine(
        String(decoding: try encoder.encode(exploration), as: UTF8.self))
    } else {
      host.screen.output.write(exploration.report)
    }
    let isFlawed = !exploration.findings.isEmpty || !exploration.isComplete
    guard !exploration.hasErrors, !(strict && isFlawed) else { throw ExitCode(1) }
  }

  private func explore(
    _ explorer: Explorer, _ meter: ExplorationMeter
  ) throws -> Exploration {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds))
    do {
      return try explorer.explore(from: node) { progress in
        meter.show(progress)
        return clock.now < end
      }
    } catch {
      throw Failure(error)
    }
  }
}

/// Shows on a terminal how far a walk has got; elsewhere nothing.
struct ExplorationMeter {
  private let errors: Output
  private let isShown: Bool

  init(_ host: Host) {
    let terminal = host.screen.terminal
    errors = host.errors
    isShown = terminal.isInteractive && !terminal.isPlain
  }

  /// Writes the line anew, now and then.
  func show(_ progress: Explorer.Progress) {
    guard isShown else { return }
    errors.write(
      "\r\(counted(progress.states, "state")), \(counted(progress.choices, "choice")) deep\u{1B}[K")
  }

  /// Takes the line away.
  func clear() {
    if isShown { errors.write("\r\u{1B}[K") }
  }
}

extension Exploration {
  /// The findings as compilers write them, and how much was reached.
  var report: String {
    var lines = findings.map { "\($0)" }
    let from = entries.joined(separator: ", ")
    lines.append("from \(from): \(counted(states, "state"))")
    lines.append(
      "nodes \(nodes.percent) % (\(nodes.reached)/\(nodes.total)), "
        + "options \(options.percent) % (\(options.reached)/\(options.total)), "
        + "lines \(self.lines.percent) % (\(self.lines.reached)/\(self.lines.total))")
    if !guessed.isEmpty {
      lines.append(
        "\(guessed.joined(separator: ", ")): calculated with, so other answers than those tried "
          + "may lead further")
    }
    if !isComplete {
      lines.append(
        "a bound was reached: what was not reached so far may still be reachable; "
          + "raise --states or --seconds")
    }
    let errorCount = findings.count { $0.severity == .error }
    lines.append(
      "\(counted(errorCount, "error")), \(counted(findings.count - errorCount, "warning"))")
    return lines.joined(separator: "\n") + "\n"
  }
}
