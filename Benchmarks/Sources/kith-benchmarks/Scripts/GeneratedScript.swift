import YarnCompiler

/// Scripts of any length, made of all that scripts are commonly made of.
struct GeneratedScript {
  /// How long the lines are.
  enum Style {
    /// Sentences, as people write them.
    case sentences
    /// A few words a line, so that there are many statements in each byte.
    case words
  }

  /// The script.
  let source: Source

  /// The length in bytes.
  var size: Int { source.text.utf8.count }

  /// Makes a script.
  ///
  /// - Parameters:
  ///   - size: The least length, in bytes.
  ///   - style: How long the lines are.
  init(size: Int, _ style: Style) {
    var text = "title: Declarations\n---\n<<declare $coins = 0>>\n<<declare $met = false>>\n===\n"
    text.reserveCapacity(size + 4096)
    var node = 0
    while text.utf8.count < size {
      text += Self.node(node, style)
      node += 1
    }
    source = Source(name: "generated.yarn", text: text)
  }

  private static func node(_ number: Int, _ style: Style) -> String {
    let extras = [
      "<<once>>\n    This is said once.\n<<endonce>>\n",
      "=> A gull cries. <<once>>\n=> A bell rings.\n=> Waves break.\n",
      "<<detour Node\(number / 2)>>\n", "", "",
    ]
    return """
      title: Node\(number)
      ---
      \(lines(of: number, style))<<set $coins to $coins + \(number % 9)>>
      <<set $met = true>>
      <<if $met and $coins > \(number % 5)>>
          You know the way.
      <<else>>
          You ask for the way.
      <<endif>>
      <<play_sound door \(number)>>
      \(extras[number % extras.count])-> Go on <<if $coins >= 1>>
          You go on.
      -> Wait
          <<set $coins += 1>>
      -> Turn back
          You turn back.
      <<jump Node\(number / 3)>>
      ===

      """
  }

  private static func lines(of node: Int, _ style: Style) -> String {
    (0..<20).reduce(into: "") { text, line in
      switch (style, line % 4) {
      case (.sentences, 0):
        text += "Ana: They came down to the harbour that evening. #line:\(node)-\(line)\n"
      case (.sentences, 1): text += "You have {$coins} coins left, and the shop closes soon.\n"
      case (.sentences, 2): text += "Ben: [wave]We could walk[/wave] there, if you like. #calm\n"
      case (.sentences, _): text += "It rained for three days, and nothing more was said.\n"
      case (.words, 0): text += "Line {$coins + \(line)}.\n"
      case (.words, _): text += "Ana: Line \(line).\n"
      }
    }
  }
}
