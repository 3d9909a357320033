import YarnCompiler
import YarnRuntime

extension Script {
  /// Compiles several files as one project.
  init(files: [String]) throws {
    let sources = files.enumerated().map { Source(name: "\($0.offset).yarn", text: $0.element) }
    let compilation = Compiler(functions: library.signatures).compile(sources)
    guard let program = compilation.program else {
      throw DoesNotCompile(diagnostics: compilation.diagnostics.map(\.description))
    }
    self.program = program
  }

  /// Plays a number of times, each time with what was remembered before.
  func play(times: Int, choosing picks: [Int] = [], saliency: SaliencyStrategy) throws -> [[String]]
  {
    var dialogue = try dialogue(saliency: saliency)
    var runs: [[String]] = []
    for run in 0..<times {
      try dialogue.start(at: "Start")
      runs.append(try play(&dialogue, choosing: run < picks.count ? [picks[run]] : []))
    }
    return runs
  }

  /// Plays from the start and tells lines, and where nodes start (`+`) and end (`-`).
  func events() throws -> [String] {
    var dialogue = try dialogue()
    var seen: [String] = []
    while true {
      switch try dialogue.next(using: library) {
      case .nodeStarted(let node): seen.append("+" + node)
      case .nodeCompleted(let node): seen.append("-" + node)
      case .line(let line): seen.append(line.fullText)
      case .command(let command): seen.append(command.text)
      case .dialogueCompleted: return seen
      case .options: return seen + ["options"]
      }
    }
  }

  /// Plays from the start and tells the hashtags of every line and option.
  func tags() throws -> [[String]] {
    var dialogue = try dialogue()
    var tags: [[String]] = []
    while true {
      switch try dialogue.next(using: library) {
      case .line(let line): tags.append(line.tags)
      case .options(let options): return tags + options.map(\.line.tags)
      case .dialogueCompleted: return tags
      case .nodeStarted, .nodeCompleted, .command: continue
      }
    }
  }

  /// The codes of the errors that the body of a node called `Start` has.
  static func errors(in body: String) -> [String] {
    errors(inSource: "title: Start\n---\n\(body)\n===\n")
  }

  /// The codes of the errors that a source has.
  static func errors(inSource source: String) -> [String] {
    Compiler().compile([Source(name: "test.yarn", text: source)]).diagnostics
      .filter { $0.severity == .error }.map(\.code)
  }
}
