import Glibc

/// What the program may count on from the place where it shows text.
public struct Terminal: Equatable, Sendable {
  /// How many lines the window shows.
  public var rows: Int

  /// How many columns the window shows.
  public var columns: Int

  /// Whether a person sits at both ends: input and output are terminals.
  public var isInteractive: Bool

  /// Whether escape sequences for colour and weight may be written.
  public var allowsColour: Bool

  /// Whether everything is to be linear text that a screen reader can follow.
  public var isPlain: Bool

  /// Makes a terminal from facts that are already known.
  ///
  /// - Parameters:
  ///   - rows: How many lines the window shows.
  ///   - columns: How many columns the window shows.
  ///   - isInteractive: Whether input and output are terminals.
  ///   - allowsColour: Whether escape sequences may be written.
  ///   - isPlain: Whether everything is to be linear text.
  public init(
    rows: Int = 24, columns: Int = 80, isInteractive: Bool = false, allowsColour: Bool = false,
    isPlain: Bool = true
  ) {
    self.rows = rows
    self.columns = columns
    self.isInteractive = isInteractive
    self.allowsColour = allowsColour
    self.isPlain = isPlain
  }

  /// Looks at the descriptors and the environment of a process.
  ///
  /// `COLUMNS` and `LINES` win over the window; without either, 80 by 24. `NO_COLOR` wins over
  /// `FORCE_COLOR` and `CLICOLOR_FORCE`, and those over everything that speaks against colour.
  /// Plain mode comes from the argument, from `ACCESSIBLE`, from `TERM=dumb`, and wherever the
  /// output is not a terminal.
  ///
  /// - Parameters:
  ///   - environment: The variables of the process.
  ///   - input: The descriptor that is read from.
  ///   - output: The descriptor that is written to.
  ///   - plain: Whether the person asked for plain mode.
  public init(
    environment: [String: String], input: Int32 = 0, output: Int32 = 1,
    plain: Bool = false
  ) {
    let isSeen = isatty(output) == 1
    let isDumb = environment["TERM"] == "dumb"
    let window = Self.windowSize(of: output)
    rows = Self.count(environment["LINES"]) ?? window?.rows ?? 24
    columns = Self.count(environment["COLUMNS"]) ?? window?.columns ?? 80
    isInteractive = isSeen && isatty(input) == 1
    isPlain = plain || isDumb || !isSeen || Self.isOn(environment["ACCESSIBLE"])
    allowsColour = Self.allowsColour(environment, isSeen: isSeen && !isDumb)
  }

  /// Asks the system for the size of a terminal's window.
  ///
  /// - Parameter descriptor: A descriptor of the terminal.
  /// - Returns: The size, or `nil` when it is not a terminal or does not know.
  public static func windowSize(of descriptor: Int32) -> (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }
}

extension Terminal {
  private static func allowsColour(_ environment: [String: String], isSeen: Bool) -> Bool {
    if let asked = environment["NO_COLOR"], !asked.isEmpty { return false }
    if isOn(environment["FORCE_COLOR"]) || isOn(environment["CLICOLOR_FORCE"]) { return true }
    return isSeen && environment["CLICOLOR"] != "0"
  }

  private static func isOn(_ value: String?) -> Bool {
    guard let value else { return false }
    return !value.isEmpty && value != "0" && value != "false"
  }

  private static func count(_ value: String?) -> Int? {
    guard let value, let count = Int(value), (1...10_000).contains(count) else { return nil }
    return count
  }
}
