/// Where answers come from: the line editor at a terminal, plain lines elsewhere, a script in
/// tests.
///
/// ```swift
/// let keyboard = Keyboard(for: terminal, output: output)
/// let input = keyboard.read(LinePrompt("> "))
/// ```
public struct Keyboard {
  private let answer: (LinePrompt) -> Input

  /// Makes a keyboard from anything that answers prompts.
  ///
  /// - Parameter answer: Gives the input for a prompt.
  public init(answer: @escaping (LinePrompt) -> Input) {
    self.answer = answer
  }

  /// Makes the keyboard that fits a terminal.
  ///
  /// - Parameters:
  ///   - terminal: Decides between the line editor and plain lines.
  ///   - output: Where prompts go when lines are plain.
  public init(for terminal: Terminal, output: Output) {
    if terminal.isInteractive {
      let editor = LineEditor(output: output)
      answer = { editor.read($0) }
    } else {
      let reader = PlainLineReader(output: output)
      answer = { reader.read($0) }
    }
  }

  /// Makes a keyboard that gives inputs from a list and then the end of input.
  ///
  /// - Parameters:
  ///   - inputs: What is typed, in order.
  ///   - output: Where each prompt and each line is echoed, for a transcript.
  /// - Returns: The keyboard.
  public static func scripted(_ inputs: [Input], echoingTo output: Output) -> Keyboard {
    var rest = inputs[...]
    return Keyboard { prompt in
      let input = rest.popFirst() ?? .endOfInput
      output.writeLine(Printable(prompt.text).text + input.draft)
      return input
    }
  }

  /// Asks for one line.
  ///
  /// - Parameter prompt: What to show and how the answer may be typed.
  /// - Returns: The line, or why there is none.
  public func read(_ prompt: LinePrompt) -> Input {
    answer(prompt)
  }
}
