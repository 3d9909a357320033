import CPlatform
import CoachContent
import Console
import FoundationEssentials
import Glibc
import JournalStorage

/// Where the process begins and ends.
@main
enum Main {
  static func main() {
    platform_forbid_dumps()
    CrashGuard.install()
    // A file that may not grow any more is then an error to tell about, not the end.
    signal(SIGXFSZ, SIG_IGN)
    let output = Output(descriptor: STDOUT_FILENO)
    let errors = Output(descriptor: STDERR_FILENO)
    let launcher = Launcher(
      makeHost: { try Host.live($0, output: output, errors: errors) },
      write: { output.writeLine($0) }, complain: { errors.writeLine($0) },
      columns: Terminal.windowSize(of: STDOUT_FILENO)?.columns)
    exit(launcher.run(Array(CommandLine.arguments.dropFirst())))
  }
}

extension Host {
  /// The surroundings of a real run.
  static func live(_ options: GlobalOptions, output: Output, errors: Output) throws -> Host {
    let environment = ProcessInfo.processInfo.environment
    let asksForPlain =
      options.plain || environment["KITH_PLAIN"].map { !$0.isEmpty && $0 != "0" } ?? false
    let terminal = { Terminal(environment: environment, plain: asksForPlain) }
    let screen = Screen(
      output: output, keyboard: Keyboard(for: terminal(), output: output),
      secret: { prompt in
        let source: SecretPrompt.Source =
          isatty(STDIN_FILENO) == 1 ? .terminal : .descriptor(STDIN_FILENO)
        do {
          return try SecretPrompt(from: source).read(prompt)
        } catch SecretPrompt.Failure.ended(let signal) {
          throw Interruption.signal(signal)
        }
      }, terminal: terminal)
    return Host(
      screen: screen, errors: errors, environment: environment,
      executable: executablePath(),
      clock: try Clock(
        chosen: options.now ?? environment["KITH_NOW"].flatMap { $0.isEmpty ? nil : $0 }),
      chance: .live(seed: options.seed), options: options)
  }

  private static func executablePath() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
