/// Something wrong with the markup of a line.
public struct MarkupDiagnostic: Equatable, Sendable {
  /// What is wrong, in words for the script's author.
  public var message: String

  /// Where it is wrong, in UTF-16 units of the line as it was written.
  public var position: Int

  /// Whether it shows only at the line's end, as a tag does that is never closed; the position is
  /// then where the tag stands.
  public var concernsWholeLine: Bool

  /// Creates a diagnostic.
  public init(message: String, position: Int, concernsWholeLine: Bool = false) {
    self.message = message
    self.position = position
    self.concernsWholeLine = concernsWholeLine
  }
}

extension MarkupDiagnostic {
  init(_ fault: MarkupFault, in source: MarkupSource) {
    self.init(
      message: fault.problem.description, position: source.position(of: fault.place),
      concernsWholeLine: fault.concernsLine)
  }
}
