/// The little weight that text is given: bold and dim, or nothing at all.
public struct Style: Equatable, Sendable {
  private let isEnabled: Bool

  /// A style that leaves every text as it is.
  public static let plain = Style(isEnabled: false)

  /// A style that writes escape sequences.
  public static let rich = Style(isEnabled: true)

  /// Chooses what a terminal can show: nothing in plain mode or where colour is refused.
  ///
  /// - Parameter terminal: Where the text will be shown.
  public init(for terminal: Terminal) {
    self.init(isEnabled: terminal.allowsColour && !terminal.isPlain)
  }

  private init(isEnabled: Bool) {
    self.isEnabled = isEnabled
  }

  /// Sets a text in bold, for headings.
  ///
  /// - Parameter text: What to show.
  /// - Returns: The text, with escape sequences round it where they may be written.
  public func bold(_ text: String) -> String { wrapped(text, in: "1") }

  /// Sets a text in a fainter shade, for keys and remarks.
  ///
  /// - Parameter text: What to show.
  /// - Returns: The text, with escape sequences round it where they may be written.
  public func dim(_ text: String) -> String { wrapped(text, in: "2") }

  private func wrapped(_ text: String, in code: String) -> String {
    isEnabled && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
