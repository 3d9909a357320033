/// A script to compile: its name and its text.
public struct Source: Sendable {
  /// What diagnostics call the script, usually its path in the project.
  public var name: String

  /// The whole text.
  public var text: String

  /// Creates a source.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
