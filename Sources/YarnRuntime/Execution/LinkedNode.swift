/// A node made ready to run: beside each instruction stands what it says.
final class LinkedNode: Sendable {
  let name: String
  let isTracked: Bool
  let code: [Instruction]

  /// What lines, options and commands say, at the index of their instruction.
  let speech: [LinkedSpeech?]

  init(_ node: Node, in program: Program, language: Language) {
    name = node.name
    isTracked = node.isTracked
    code = node.code
    speech = node.code.map { instruction in
      switch instruction {
      case .line(let id, let count), .option(let id, let count, _):
        LinkedSpeech(line: id, valueCount: count, in: program, language: language)
      case .command(let pieces): LinkedSpeech(command: pieces)
      default: nil
      }
    }
  }
}
