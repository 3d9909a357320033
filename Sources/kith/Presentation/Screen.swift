import Console

/// The terminal as the commands see it: paragraphs out, lines in, never a page taller than the
/// window.
///
/// A class, because there is one terminal, and it remembers how much of the window is filled.
final class Screen {
  let output: Output
  let style: Style
  let keyboard: Keyboard
  let secret: (String) throws -> [UInt8]?
  private let measureTerminal: () -> Terminal
  var filledRows = 0

  /// How many rows were written in all, to tell whether something is still in view.
  private(set) var writtenRows = 0

  private var hasAnnouncedMode = false

  /// What was typed where only Enter was expected; it stands at the next prompt.
  var carried = ""

  /// Shows who can be reached; called at once wherever `help now` is typed.
  var showHelp: () throws -> Void = {}

  /// Seconds without a key after which a prompt gives up, once there is something to protect.
  var idleSeconds: Double?

  /// Keeps words that are still being typed; it neither writes nor asks.
  var keepTyped: (String) -> Void = { _ in }

  /// The whole of standard input where no person types there; `nil` where one does.
  var pipedInput: () throws -> [UInt8]? = { nil }

  /// Makes a screen.
  ///
  /// - Parameters:
  ///   - output: Where text goes.
  ///   - keyboard: Where lines come from.
  ///   - secret: Asks for a passphrase; `nil` when the person left.
  ///   - terminal: Tells the size and the abilities of the terminal at the moment.
  init(
    output: Output, keyboard: Keyboard, secret: @escaping (String) throws -> [UInt8]?,
    terminal: @escaping () -> Terminal
  ) {
    self.output = output
    self.keyboard = keyboard
    self.secret = secret
    measureTerminal = terminal
    style = Style(for: terminal())
  }

  /// Says once that plain mode is on, where a person might wonder why things look as they do.
  func announceMode() throws {
    guard terminal.isInteractive, terminal.isPlain, !hasAnnouncedMode else { return }
    hasAnnouncedMode = true
    try write(["Plain mode is on: text only, choices by number.", ""])
  }

  /// The terminal as it is now; a window can be resized at any time.
  var terminal: Terminal { measureTerminal() }

  /// Whether everything is linear text for a screen reader.
  var isPlain: Bool { terminal.isPlain }

  /// What stands at the left of every line.
  var margin: String { isPlain ? "" : "  " }

  /// Writes a paragraph between the margins, with an empty line after it.
  ///
  /// - Throws: ``Leaving`` when the person leaves where the window is full.
  func say(_ text: String, indent: Int = 0) throws {
    try write(lines(of: text, indent: indent) + [""])
  }

  /// Writes lines as they are, stopping wherever the window is full.
  ///
  /// Lines that fit one window together are not torn apart: where the rest of this window is too
  /// small for them, the stop comes before them.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - rows: How many rows below them are to stay free, for the keys that belong to them.
  /// - Throws: ``Leaving`` when the person leaves there.
  func write(_ lines: [String], reserving rows: Int = 0) throws {
    if tears(lines.count + rows) { filledRows = pageRows }
    for line in lines {
      // A new page does not begin with an empty line.
      if try makeRoom(), line.isEmpty { continue }
      append([line])
    }
  }

  /// Whether a block of rows fits a window but not what is left of this one.
  func tears(_ rows: Int) -> Bool {
    filledRows > 0 && filledRows + rows > pageRows && rows <= pageRows
  }

  /// Writes lines that belong to what stands above them, and stops nowhere.
  func append(_ lines: [String]) {
    for line in lines { output.writeLine(line) }
    filledRows += lines.count
    writtenRows += lines.count
  }

  /// Writes a line of a list: what stands first is set apart, the rest is wrapped beside it, or
  /// below it where the mark is long; in plain mode it is one sentence.
  func item(_ mark: String, _ text: String) throws {
    guard !isPlain else {
      return try write(lines(of: mark.count == 1 ? "\(mark) \(text)" : "\(mark): \(text)"))
    }
    guard mark.count <= 8 else {
      return try write([margin + mark] + lines(of: text, indent: 4))
    }
    var lines = lines(of: text, indent: mark.count + 2)
    if let first = lines.first {
      lines[0] = "\(margin)\(mark)  \(first.dropFirst(margin.count + mark.count + 2))"
    }
    try write(lines)
  }

  /// The lines of a text between the margins.
  func lines(of text: String, indent: Int = 0) -> [String] {
    let left = margin.count + (isPlain ? 0 : indent)
    return WrappedText(measure: min(66, terminal.columns - 4) - indent, margin: left)
      .lines(of: text)
  }

  /// Clears the window and what scrolled out of it, where there is one.
  func clear() {
    filledRows = 0
    guard terminal.isInteractive else { return }
    output.clearScreen()
  }

  /// How many rows can be filled before something would scroll away unread.
  var pageRows: Int {
    let terminal = terminal
    return terminal.isInteractive && !terminal.isPlain ? max(4, terminal.rows - 2) : .max
  }

  /// Notes that a row holds a prompt, with which a page ends.
  func endPage() {
    output.writeLine()
    filledRows = 1
    writtenRows += 2
  }

  /// Waits at the bottom of a full window, so that nothing scrolls away unread.
  ///
  /// - Returns: Whether a new page has begun.
  private func makeRoom() throws -> Bool {
    guard filledRows >= pageRows else { return false }
    let typed = try ask(LinePrompt(margin + style.dim("Enter for more >") + " "))
    if !typed.trimmed.isEmpty { carried = typed }
    return true
  }
}

/// An interruption, and what had been typed when it came.
struct Leaving: Error {
  var interruption: Interruption
  var typed: String

  init(_ interruption: Interruption, typed: String) {
    self.interruption = interruption
    self.typed = typed
  }
}
