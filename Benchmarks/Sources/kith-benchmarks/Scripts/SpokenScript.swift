import YarnCompiler
import YarnRuntime

/// A script that goes round for ever, with twenty lines in each round.
enum SpokenScript: String, CaseIterable {
  /// Lines without values and without markup.
  case plain
  /// Lines with a value each.
  case values
  /// Lines with a value and markup each.
  case markup

  /// What the lines are, in words.
  var name: String {
    switch self {
    case .plain: "lines without markup"
    case .values: "lines with a value"
    case .markup: "lines with a value and markup"
    }
  }

  private var line: String {
    switch self {
    case .plain: "The shop closes soon, and nobody is there."
    case .values: "The shop closes in {$minutes} minutes."
    case .markup: "Ana: The [b]shop[/b] closes in {$minutes} [wave size=2]minutes[/wave]."
    }
  }

  /// Delivers lines.
  ///
  /// - Parameter count: How many.
  /// - Throws: ``BenchError`` when the script is faulty; `DialogueError` when it cannot go on.
  func deliver(_ count: Int) throws {
    let lines = String(repeating: line + "\n", count: 20)
    let text = "title: Round\n---\n<<declare $minutes = 5>>\n\(lines)<<jump Round>>\n===\n"
    let source = Source(name: "spoken.yarn", text: text)
    guard let program = Compiler().compile([source]).program else {
      throw BenchError("the script that is to be run is faulty")
    }
    let library = Library()
    var dialogue = Dialogue(program: program, seed: 1)
    try dialogue.start(at: "Round")
    var delivered = 0
    while delivered < count {
      if case .line = try dialogue.next(using: library) { delivered += 1 }
    }
  }
}
