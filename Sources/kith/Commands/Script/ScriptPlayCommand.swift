import ArgumentParser
import struct YarnRuntime.Dialogue
import enum YarnRuntime.SaliencyStrategy

/// Plays any script in the terminal.
struct ScriptPlayCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play a script in the terminal.",
    usage: "kith script play FILE [--node NODE] [--transcript FILE] [OPTIONS]",
    discussion: """
      Commands of the script are shown, not carried out. Where a script calls a function that is \
      only declared in a .ysls.json, you are asked what it gives.
      """)

  @Argument(help: "A script, a project or a folder.")
  var file: String

  @Option(help: "The node to start at; without it 'Start', or else the first node.")
  var node: String?

  @Option(help: ArgumentHelp("Write what was shown and typed into this file.", valueName: "file"))
  var transcript: String?

  @Option(
    help: ArgumentHelp(
      "How salient content is chosen: \(SaliencyStrategy.namesInHelp).",
      valueName: "strategy"))
  var saliency = SaliencyStrategy.randomBestLeastRecentlySeen.rawValue

  @Option(help: "The language to play in; without it, that of the script.")
  var locale: String?

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    var player = try player(on: host)
    // Before anything is played, so that nobody plays to the end for a file that cannot be.
    try transcript.map(player.transcript.text.writeFile)
    do {
      try player.play()
    } catch {
      try transcript.map(player.transcript.text.writeFile)
      throw error
    }
    try transcript.map(player.transcript.text.writeFile)
  }

  private func player(on host: Host) throws -> ScriptPlayer {
    let files = try ScriptFiles.read(file)
    let program = try files.runnableProgram(in: locale)
    let start = try files.startNode(node, in: program)
    var dialogue = Dialogue(
      program: program, seed: host.chance.seed(), saliency: try .named(saliency))
    do {
      try dialogue.start(at: start)
    } catch {
      throw Failure(error)
    }
    let asked = AskedFunctions()
    return ScriptPlayer(
      dialogue, library: asked.library(for: files.definitions.functions), asked: asked,
      on: host.screen,
      transcript: PlayTranscript(
        command: "kith script play \(file)" + (node.map { " --node \($0)" } ?? "")))
  }
}
