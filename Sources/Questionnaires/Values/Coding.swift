/// A choice, named by a code within a code system.
public struct Coding: Hashable, Codable, Sendable {
  /// The code system, as a URL; `nil` where the form gives none.
  public var system: String?
  /// The version of the code system.
  public var version: String?
  /// The code, which stays the same in every language.
  public var code: String?
  /// The words for the code.
  public var display: String?

  /// Makes a coding.
  public init(
    system: String? = nil, version: String? = nil, code: String? = nil, display: String? = nil
  ) {
    self.system = system
    self.version = version
    self.code = code
    self.display = display
  }

  /// Whether both name the same choice, whatever words they use for it.
  ///
  /// - Parameter other: The coding to compare with.
  /// - Returns: `true` when system and code are the same, or the words where there is no code.
  public func matches(_ other: Coding) -> Bool {
    guard code != nil || other.code != nil else { return display == other.display }
    return code == other.code && system == other.system
  }
}
