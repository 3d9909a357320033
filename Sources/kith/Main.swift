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
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Other programs see the command line of this one for as long as it runs.
    platform_hide_arguments(CommandLine.argc, CommandLine.unsafeArgv)
    // A file that may not grow any more is then an error to tell about, not the end.
    signal(SIGXFSZ, SIG_IGN)
    let output = Output(descriptor: STDOUT_FILENO)
    let errors = Output(descriptor: STDERR_FILENO)
    let launcher = Launcher(
      makeHost: { try Host.live($0, output: output, errors: errors) },
      write: { output.writeLine($0) }, complain: { Host.tell($0, on: errors, errorColumns) },
      columns: Terminal.windowSize(of: STDOUT_FILENO)?.columns)
    let status = launcher.run(arguments)
    guard status == 0, let code = output.failure else { exit(status) }
    errors.writeLine(
      "kith: what kith had to say could not be written where you sent it (error \(code))")
    errors.writeLine("hint: make room there, and run the command again if you need its output")
    exit(1)
  }
}

extension Main {
  /// How wide the window is in which messages are read; `nil` where they go elsewhere.
  fileprivate static var errorColumns: Int? { Terminal.windowSize(of: STDERR_FILENO)?.columns }
}

extension Host {
  /// The surroundings of a real run.
  static func live(_ options: GlobalOptions, output: Output, errors: Output) throws -> Host {
    let environment = ProcessInfo.processInfo.environment
    let asksForPlain =
      options.plain || environment["KITH_PLAIN"].map { !$0.isEmpty && $0 != "0" } ?? false
    let idleSeconds = try options.idleSeconds(in: environment)
    let terminal = { Terminal(environment: environment, plain: asksForPlain) }
    let screen = Screen(
      output: output, keyboard: Keyboard(for: terminal(), output: output),
      secret: { prompt in
        let isTerminal = isatty(STDIN_FILENO) == 1
        let source: SecretPrompt.Source = isTerminal ? .terminal : .descriptor(STDIN_FILENO)
        do {
          let secret = try SecretPrompt(from: source, idleSeconds: isTerminal ? idleSeconds : nil)
            .read(prompt)
          guard secret != nil || isTerminal else { throw Failure.noPassphrase }
          return secret
        } catch SecretPrompt.Failure.ended(let signal) {
          throw Interruption.signal(signal)
        } catch SecretPrompt.Failure.hidden {
          throw Interruption.hide
        } catch SecretPrompt.Failure.idle {
          throw Interruption.idle
        }
      }, terminal: terminal)
    screen.pipedInput = {
      isatty(STDIN_FILENO) == 1 ? nil : try PipedText(descriptor: STDIN_FILENO).bytes()
    }
    return Host(
      screen: screen, errors: errors, environment: environment,
      executable: executablePath(),
      clock: try Clock(
        chosen: options.now ?? environment["KITH_NOW"].flatMap { $0.isEmpty ? nil : $0 }),
      chance: .live(seed: options.seed), options: options,
      workFactor: workFactor(of: environment), errorColumns: Main.errorColumns)
  }

  /// The work factor that a test asks for, which runs the program thousands of times.
  ///
  /// The program that people get is built for release and knows no such wish: nothing in its
  /// surroundings can make their passphrase cheaper to guess.
  private static func workFactor(of environment: [String: String]) -> Int? {
    #if DEBUG
      environment["KITH_TEST_WORK_FACTOR"].flatMap { Int($0) }
    #else
      nil
    #endif
  }

  private static func executablePath() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
