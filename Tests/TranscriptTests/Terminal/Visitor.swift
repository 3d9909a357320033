import Foundation
import TestSupport
import Testing

/// A person at a terminal with the real program, who can also pull the plug.
final class Visitor {
  /// The terminal.
  let session: PtySession

  private var searched = 0
  private var prompts = 0
  private var answered = 0

  /// The full window at which Enter was pressed last.
  private var turned: Screen?

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - arguments: The words after the program's name.
  ///   - home: Whose folders it uses.
  ///   - rows: The height of the window.
  ///   - columns: The width of the window.
  /// - Throws: `PtySession.Failure` when the system gives no terminal.
  init(
    _ arguments: [String], in home: TerminalHome, rows: Int = 24, columns: Int = 80
  ) throws {
    session = try PtySession(
      Products.path(of: "kith"), arguments, rows: rows, columns: columns,
      environment: home.environment)
  }

  /// Starts the program and opens the vault.
  static func unlocked(
    _ arguments: [String], in home: TerminalHome, rows: Int = 24, columns: Int = 80
  ) throws -> Visitor {
    let visitor = try Visitor(arguments, in: home, rows: rows, columns: columns)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.send(TerminalHome.passphrase + "\r")
    try visitor.waitForPrompt()
    return visitor
  }

  /// What is visible.
  var screen: String { session.screen.text }

  /// Everything that was visible at some time, also what has scrolled away.
  var said: String { (session.screen.scrolledOff + [screen]).joined(separator: "\n") }

  /// What the program wrote, as it wrote it.
  var raw: String { String(decoding: session.bytes, as: UTF8.self) }

  /// Reads until the program waits at a prompt that was not answered yet.
  ///
  /// - Parameter turnsPages: Whether Enter is pressed where the window is full.
  /// - Throws: `PtySession.Failure` when there is no prompt before the limit.
  func waitForPrompt(turningPages turnsPages: Bool = true) throws {
    try session.wait(for: "the next prompt") { [self] screen in
      countPrompts()
      return prompts > answered && Self.isAtPrompt(screen)
    }
    answered = prompts
    guard turnsPages, isAtPageEnd else { return }
    session.send("\r")
    try waitForPrompt()
  }

  /// Whether the window is full and the program waits before it goes on.
  var isAtPageEnd: Bool {
    session.screen.line(session.screen.row).contains("Enter for more >")
  }

  /// Types a line and Enter, and waits for the next prompt.
  func reply(_ line: String) throws {
    session.send(line + "\r")
    try waitForPrompt()
  }

  /// Waits for a question and answers it.
  ///
  /// - Parameters:
  ///   - question: Words that have to be visible.
  ///   - lines: What is typed, each line with Enter.
  ///   - sourceLocation: Where the test asks for it.
  /// - Throws: An expectation that failed, or `PtySession.Failure` when no prompt follows.
  func answer(
    _ question: String, _ lines: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try #require(
      block(from: question) != nil, "not asked ‘\(question)’ but:\n\(screen)",
      sourceLocation: sourceLocation)
    for line in lines { try reply(line) }
  }

  /// Types without Enter, and waits until the end of it stands before the cursor.
  func type(_ words: String) throws {
    session.send(words)
    let last = words.split(separator: " ").last ?? ""
    try session.wait(for: "the typed words") { $0.line($0.row).hasSuffix(last) }
  }

  /// What is visible from the last place on where some words stand; `nil` where they do not.
  func block(from words: String) -> String? {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.lastIndex(where: { $0.contains(words) }) else { return nil }
    return lines[start...].joined(separator: "\n")
  }

  /// Ends the program as a power cut would.
  func pullThePlug() throws {
    session.signal(SIGKILL)
    try #require(try session.exitStatus() == -SIGKILL)
  }

  /// The lines the program wrote that are wider than a window, without what moves and colours.
  ///
  /// - Parameters:
  ///   - columns: The width of the window.
  ///   - count: How many characters from the beginning are not looked at.
  /// - Returns: Those lines; none in a program that minds the window.
  func lines(widerThan columns: Int, after count: Int = 0) -> [Substring] {
    raw.dropFirst(count).replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
      .split(whereSeparator: \.isNewline).filter { $0.count > columns }
  }

  /// Readline switches bracketed paste on whenever it begins to read a line.
  private func countPrompts() {
    let mark = Array("\u{1B}[?2004h".utf8)
    while searched + mark.count <= session.bytes.count {
      if session.bytes[searched..<(searched + mark.count)].elementsEqual(mark) { prompts += 1 }
      searched += 1
    }
  }
}

extension Visitor {
  /// Reads until a passphrase is asked for, turning pages before it.
  ///
  /// - Parameters:
  ///   - prompt: What stands before it.
  ///   - times: How often it has been asked for by then.
  /// - Throws: `PtySession.Failure` when it is not asked for before the limit.
  func waitForSecret(_ prompt: String, times: Int = 1) throws {
    try session.wait(for: "‘\(prompt)’, \(times) times") { [self] screen in
      if isAtPageEnd, screen != turned {
        turned = screen
        session.send("\r")
      }
      return screen.line(screen.row).contains(prompt)
        && raw.components(separatedBy: prompt).count == times + 1
    }
  }

  /// A prompt as wide as the window leaves the cursor on the line below it.
  private static func isAtPrompt(_ screen: Screen) -> Bool {
    let line = screen.line(screen.row)
    return line.contains(">")
      || line.isEmpty && screen.row > 0
        && screen.line(screen.row - 1).hasSuffix(">")
  }

  /// Passes over whatever is still asked, until the program has ended.
  ///
  /// - Throws: `PtySession.Failure` when the program cannot be waited for.
  func skipToTheEnd() throws {
    for _ in 0..<80 {
      if try hasEnded() { return }
      session.send(isAtPageEnd ? "\r" : ":skip\r")
    }
    Issue.record("the program goes on asking; the screen shows:\n\(screen)")
  }

  /// Reads until the program has ended or waits once more.
  ///
  /// - Returns: Whether it has ended.
  /// - Throws: `PtySession.Failure` when it goes on running and asks nothing.
  func hasEnded() throws -> Bool {
    do {
      try waitForPrompt(turningPages: false)
      return false
    } catch is PtySession.Failure {
      return try session.exitStatus() >= 0
    }
  }
}
