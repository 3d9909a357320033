/// The pieces of a line's text.
///
/// Most lines are words and nothing else, which need no array.
enum LinePieces {
  case words(String)
  case mixed([TextPiece])

  var isEmpty: Bool {
    if case .mixed(let pieces) = self { pieces.isEmpty } else { false }
  }

  /// Whether the text is one piece of words.
  var isWords: Bool {
    if case .words = self { true } else { false }
  }

  /// The words at the start; `nil` when an expression stands there, or nothing.
  var firstWords: String? {
    switch self {
    case .words(let text): return text
    case .mixed(let pieces):
      guard case .text(let text)? = pieces.first else { return nil }
      return text
    }
  }

  var expressions: [Expression] {
    if case .mixed(let pieces) = self { pieces.expressions } else { [] }
  }

  /// The texts around the expressions: one more than there are expressions.
  var texts: [String] {
    guard case .mixed(let pieces) = self else { return [firstWords ?? ""] }
    var texts = [""]
    for piece in pieces {
      switch piece {
      case .text(let text): texts[texts.count - 1] += text
      case .expression: texts.append("")
      }
    }
    return texts
  }
}
