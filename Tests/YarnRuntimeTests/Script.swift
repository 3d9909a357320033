import YarnCompiler
import YarnRuntime

/// A script under test, and a way to play it.
struct Script {
  struct DoesNotCompile: Error {
    var diagnostics: [String]
  }

  let program: Program
  var library = Library()

  /// Compiles whole sources.
  init(source: String, library: Library = Library()) throws {
    let compilation = Compiler(functions: library.signatures)
      .compile([Source(name: "test.yarn", text: source)])
    guard let program = compilation.program else {
      throw DoesNotCompile(diagnostics: compilation.diagnostics.map(\.description))
    }
    self.program = program
    self.library = library
  }

  /// Compiles the body of a node called `Start`.
  init(_ body: String, library: Library = Library()) throws {
    try self.init(source: "title: Start\n---\n\(body)\n===\n", library: library)
  }

  /// A line of the file; the body of a lone node starts at the third.
  static func place(_ line: Int, in node: String = "Start") -> ScriptPlace {
    ScriptPlace(node: node, file: "test.yarn", line: line)
  }

  func dialogue(saliency: SaliencyStrategy = .bestLeastRecentlySeen) throws -> Dialogue {
    var dialogue = Dialogue(program: program, seed: 7, saliency: saliency)
    try dialogue.start(at: "Start")
    return dialogue
  }

  /// Plays from the start and tells what the person sees.
  func play(
    choosing picks: [Int?] = [], saliency: SaliencyStrategy = .bestLeastRecentlySeen
  ) throws -> [String] {
    var dialogue = try dialogue(saliency: saliency)
    return try play(&dialogue, choosing: picks)
  }

  /// Plays on; nodes' starts and ends are left out.
  func play(_ dialogue: inout Dialogue, choosing picks: [Int?] = []) throws -> [String] {
    var picks = picks
    var seen: [String] = []
    while true {
      switch try dialogue.next(using: library) {
      case .nodeStarted, .nodeCompleted: continue
      case .line(let line): seen.append(line.fullText)
      case .command(let command): seen.append("<<\(command.text)>>")
      case .dialogueCompleted: return seen
      case .options(let options):
        seen += options.map { "\($0.isAvailable ? "->" : "-x") \($0.line.fullText)" }
        guard !picks.isEmpty else { return seen }
        try dialogue.choose(picks.removeFirst())
      }
    }
  }
}
