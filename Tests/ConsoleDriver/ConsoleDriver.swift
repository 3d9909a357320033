import Console
import Glibc

/// A program for the tests of the terminal: asks as its first argument says and tells what it got.
@main struct ConsoleDriver {
  private let output = Output(descriptor: STDOUT_FILENO)

  static func main() {
    CrashGuard.install()
    ConsoleDriver().run(CommandLine.arguments.dropFirst().first ?? "line")
  }

  private func run(_ task: String) {
    var prompt = LinePrompt("ask> ")
    switch task {
    case "line":
      break
    case "bold":
      prompt.text = Style.rich.bold("ask>") + " "
    case "names":
      prompt.candidates = ["Anna Lindqvist", "Anne-Marie", "José", "Özgür Demir", "Mum"]
    case "initial":
      prompt.initial = "said before"
    case "idle":
      prompt.idleSeconds = 0.3
    case "measure":
      prompt.measure = 40
    case "newlines":
      prompt.allowsNewlines = true
      prompt.measure = 40
    default:
      return runOther(task, prompt)
    }
    tell(keyboard.read(prompt))
  }

  private func runOther(_ task: String, _ prompt: LinePrompt) {
    switch task {
    case "loop": loop(prompt)
    case "text": text(prompt)
    case "secret": secret(from: .terminal)
    case "secret-input": secret(from: .descriptor(STDIN_FILENO))
    case "crash": crash(prompt)
    case "flood": flood()
    case "terminal": describeTerminal()
    default: output.writeLine("no such task")
    }
  }

  private var keyboard: Keyboard {
    Keyboard(for: Terminal(environment: environment), output: output)
  }

  private var environment: [String: String] {
    ["TERM", "NO_COLOR", "LINES", "COLUMNS"].reduce(into: [:]) { found, name in
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
  }
}

extension ConsoleDriver {
  private func loop(_ prompt: LinePrompt) {
    while true {
      let input = keyboard.read(prompt)
      tell(input)
      guard case .line(let text) = input, text != "quit" else { return }
    }
  }

  private func text(_ prompt: LinePrompt) {
    let input = keyboard.readText(
      TextPrompt(prompt, continuation: "more> ", emptyLinesToFinish: 2) { $0 == ":done" })
    output.writeLine("TEXT " + input.text.split(separator: "\n").joined(separator: "|"))
    tell(input.end)
  }

  private func secret(from source: SecretPrompt.Source) {
    do {
      let secret = try SecretPrompt(from: source).read("Passphrase: ")
      output.writeLine("GOT \(secret.map { "\($0.count) bytes" } ?? "nothing")")
    } catch {
      output.writeLine("GOT \(error)")
    }
  }

  /// Meets a fault in the middle of a key, as a mistake in a callback would.
  private func crash(_ prompt: LinePrompt) {
    alarm(1)
    signal(SIGALRM) { _ in fatalError("words the person wrote") }
    tell(keyboard.read(prompt))
  }

  private func flood() {
    for number in 0..<100_000 {
      output.writeLine("line \(number)")
      guard !output.isClosed else { exit(3) }
    }
  }

  private func describeTerminal() {
    let terminal = Terminal(environment: environment)
    output.writeLine(
      "\(terminal.columns)x\(terminal.rows) plain \(terminal.isPlain) colour \(terminal.allowsColour)"
    )
  }

  private func tell(_ input: Input) {
    switch input {
    case .line(let text): output.writeLine("GOT line \(Self.visible(text))")
    case .endOfInput: output.writeLine("GOT end of input")
    case .interrupted(let draft): output.writeLine("GOT interrupted \(Self.visible(draft))")
    case .hide(let draft): output.writeLine("GOT hide \(Self.visible(draft))")
    case .idle(let draft): output.writeLine("GOT idle \(Self.visible(draft))")
    case .ending(let signal, let draft):
      output.writeLine("GOT ending \(signal) \(Self.visible(draft))")
    }
  }

  /// Short texts in quotes, long ones as their length and ends.
  private static func visible(_ text: String) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "|")
    guard line.count > 200 else { return "<\(line)>" }
    return "\(line.count) characters <\(line.prefix(5))…\(line.suffix(5))>"
  }
}
