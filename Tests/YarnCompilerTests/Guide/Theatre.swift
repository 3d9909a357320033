import YarnCompiler
import YarnRuntime

/// Plays scripts; what a person would see is kept in `screen`.
struct Theatre {
  struct ScriptFaults: Error {
    var remarks: [String]
  }

  let program: Program
  var library = Library()
  private(set) var screen: [String] = []

  init(_ scripts: [Source]) throws {
    library.register("claps", parameters: [.number], returns: .string) { values in
      guard case .number(let count)? = values.first else { return .string("") }
      return .string(String(repeating: "clap ", count: Int(count)))
    }
    var compiler = Compiler(functions: library.signatures)
    compiler.commands = ["curtain": CommandSignature([.string])]
    let compilation = compiler.compile(scripts)
    guard let program = compilation.program else {
      throw ScriptFaults(remarks: compilation.diagnostics.map(\.excerpt))
    }
    self.program = program
  }

  /// Plays on until a reply is missing or the dialogue is over.
  mutating func play(_ dialogue: inout Dialogue, replies: [Int] = []) throws {
    var replies = replies[...]
    while true {
      switch try dialogue.next(using: library) {
      case .line(let line):
        screen.append((line.character.map { $0 + " says: " } ?? "") + line.text)
      case .options(let options):
        screen += options.filter(\.isAvailable).map { "\($0.index): \($0.line.text)" }
        guard let reply = replies.popFirst() else { return }
        try dialogue.choose(reply)
      case .command(let command) where command.name == "curtain":
        screen.append("The curtain goes \(command.arguments[0]).")
      case .command, .nodeStarted, .nodeCompleted: continue
      case .dialogueCompleted: return
      }
    }
  }
}
