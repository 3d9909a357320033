/// A row of numbers to rate something on, with words for its two ends.
public struct Scale: Equatable, Sendable {
  /// The numbers that may be given.
  public var range: ClosedRange<Int>

  /// What the lowest number means; empty for nothing.
  public var lower: String

  /// What the highest number means; empty for nothing.
  public var upper: String

  /// Makes a scale.
  ///
  /// - Parameters:
  ///   - range: The numbers that may be given.
  ///   - lower: What the lowest number means.
  ///   - upper: What the highest number means.
  public init(_ range: ClosedRange<Int>, lower: String = "", upper: String = "") {
    self.range = range
    self.lower = lower
    self.upper = upper
  }

  /// The prompt to answer at, such as `"  0-10 > "`.
  public var prompt: String { "  \(range.lowerBound)-\(range.upperBound) > " }

  /// Sets the words for the ends into lines: one line where it fits, else one for each end.
  ///
  /// - Parameter terminal: The window to fit.
  /// - Returns: The lines, without their ends; none where neither end has words.
  public func lines(for terminal: Terminal) -> [String] {
    let ends = [(range.lowerBound, lower), (range.upperBound, upper)]
      .filter { !$0.1.isEmpty }
      .map { "\($0.0) \(Printable($0.1).text)" }
    guard !ends.isEmpty else { return [] }
    let setting = WrappedText(forColumns: terminal.columns)
    if terminal.isPlain { return [ends.joined(separator: ", ")] }
    let joined = ends.joined(separator: " … ")
    let width = setting.margin + DisplayWidth.columns(of: joined)
    return width < min(68, terminal.columns)
      ? setting.lines(of: joined) : ends.flatMap { setting.lines(of: $0) }
  }

  /// Reads a number of the scale.
  ///
  /// - Parameter typed: The answer as it was typed.
  /// - Returns: The number, or `nil` when it is none or lies outside the scale.
  public func value(of typed: String) -> Int? {
    guard let value = Int(FoldedText(typed).letters), range.contains(value) else { return nil }
    return value
  }
}
