import ArgumentParser
import YarnAuthoring
import struct YarnRuntime.MarkedText

/// Shows what the markup of lines comes to.
struct ScriptMarkupCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "markup",
    abstract: "Read lines from standard input and print their text and markup as JSON.",
    usage: "kith script markup [--locale LOCALE] [OPTIONS]",
    discussion: """
      Every line gives {"text", "attributes", "diagnostics"}. A line whose markup is malformed \
      is shown as it was written, and its diagnostics say what is wrong. Positions are counted \
      in UTF-16 units from 0; -1 stands for no place in particular.
      """)

  @Option(help: "The language of the lines, which decides about plurals.")
  var locale = "en"

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    var lines = InputLines()
    var output = BufferedOutput(host.screen.output)
    defer { output.flush() }
    while !output.isClosed, let line = lines.next() {
      output.writeLine(MarkedText(line, locale: locale).json)
    }
  }
}
