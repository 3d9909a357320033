/// Everything a dialogue remembers by name.
///
/// It holds the script's variables and, under names that start with `$Yarn.Internal.`, how often
/// nodes were visited, which `once` content has been shown and how often salient content was seen.
public struct VariableStorage: Equatable, Codable, Sendable {
  /// The values that were set, by name with the `$`; declared initial values are in the program.
  public private(set) var values: [String: Value]

  /// Creates a storage that remembers the given values.
  public init(_ values: [String: Value] = [:]) {
    self.values = values
  }

  /// The value a script or the host gave to a variable; `nil` when nothing set it yet.
  public subscript(name: String) -> Value? {
    get { values[name] }
    set { values[name] = newValue }
  }
}

extension VariableStorage {
  package static func visitKey(_ node: String) -> String { "$Yarn.Internal.Visiting." + node }
  package static func onceKey(_ content: String) -> String { "$Yarn.Internal.Once." + content }
  package static func viewKey(_ content: String) -> String {
    "$Yarn.Internal.Content.ViewCount." + content
  }

  /// How many choices of salient content have been made; it orders them in time.
  static var viewOrderKey: String { "$Yarn.Internal.Content.ViewOrder" }

  static func lastViewKey(_ content: String) -> String {
    "$Yarn.Internal.Content.LastView." + content
  }

  func count(_ key: String) -> Float {
    guard case .number(let count)? = values[key] else { return 0 }
    return count
  }

  mutating func increment(_ key: String) {
    values[key] = .number(count(key) + 1)
  }
}
