import ArgumentParser
import FoundationEssentials
import YarnAuthoring

/// Draws which node leads to which.
struct ScriptGraphCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw which node leads to which, for Graphviz or Mermaid.",
    usage: "kith script graph PATH [--format dot|mermaid] [--output FILE] [--node NODE...]",
    discussion: """
      Jumps are solid, detours dashed. A node that no way leads to from where the script starts \
      is marked; name every node that the host starts at with --node.
      """)

  /// The languages of drawing.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case dot, mermaid
  }

  @Argument(help: "A script, a project or a folder.")
  var path: String

  @Option(help: "What reads the drawing: dot or mermaid.")
  var format = Format.dot

  @Option(help: ArgumentHelp("Write into this file.", valueName: "file"))
  var output: String?

  @Option(help: "A node that the host starts at; may be given again.")
  var node: [String] = []

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let files = try ScriptFiles.read(path)
    let program = try files.program()
    let starts =
      node.isEmpty
      ? [try files.startNode(nil, in: program)]
      : try node.map { try files.startNode($0, in: program) }
    let graph = ScriptGraph(program, startingAt: starts)
    let text = format == .dot ? graph.dot : graph.mermaid
    guard let output else { return host.screen.output.write(text) }
    try text.writeFile(output)
  }
}

extension String {
  /// Writes the text into a file.
  ///
  /// - Throws: ``Failure`` when that is refused.
  func writeFile(_ path: String) throws {
    do {
      try write(toFile: path, atomically: false, encoding: .utf8)
    } catch {
      throw Failure(
        message: "'\(path)' cannot be written",
        hint: "name a file in a folder that is there and that you may write to")
    }
  }
}
