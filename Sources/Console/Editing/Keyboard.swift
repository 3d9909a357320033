/// Where answers come from: the line editor at a terminal, plain lines elsewhere, a script in
/// tests.
///
/// ```swift
/// let keyboard = Keyboard(for: terminal, output: output)
/// let input = keyboard.read(LinePrompt("> "))
/// ```
public struct Keyboard {
  private let answer: (LinePrompt, @escaping (String) -> Void) -> Input

  /// Makes a keyboard from anything that answers prompts.
  ///
  /// - Parameter answer: Gives the input for a prompt.
  public init(answer: @escaping (LinePrompt) -> Input) {
    self.answer = { prompt, _ in answer(prompt) }
  }

  /// Makes the keyboard that fits a terminal.
  ///
  /// - Parameters:
  ///   - terminal: Decides between the line editor and plain lines.
  ///   - output: Where prompts go when lines are plain.
  public init(for terminal: Terminal, output: Output) {
    if terminal.isInteractive {
      let editor = LineEditor(output: output)
      answer = { editor.read($0, keeping: $1) }
    } else {
      let reader = PlainLineReader(output: output)
      answer = { reader.read($0, keeping: $1) }
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
  /// - Parameters:
  ///   - prompt: What to show and how the answer may be typed.
  ///   - keep: Takes the line so far in pauses of typing, and before the program is stopped, so
  ///     that not even a power cut costs a page; it must neither write to the screen nor ask.
  /// - Returns: The line, or why there is none.
  public func read(
    _ prompt: LinePrompt, keeping keep: @escaping (String) -> Void = { _ in }
  ) -> Input {
    answer(prompt, keep)
  }
}
