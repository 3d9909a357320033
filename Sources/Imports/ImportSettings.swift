/// What the parsers of all formats are told by whoever calls them.
public struct ImportSettings {
  /// The IANA name of the time zone that times without one are read in.
  public var zone: String

  /// What the time zones of the world say.
  public var rules: ZoneRules

  /// Makes the id of a new record: a random UUID in small letters.
  public var newID: () -> String

  /// Called after each entry, with how many are done and how many there are.
  public var progress: (_ done: Int, _ all: Int) -> Void

  /// Makes settings.
  ///
  /// - Parameters:
  ///   - zone: The IANA name of the time zone of times that name none.
  ///   - rules: What the time zones of the world say.
  ///   - newID: Makes the id of a new record.
  ///   - progress: Called after each entry.
  public init(
    zone: String, rules: ZoneRules, newID: @escaping () -> String,
    progress: @escaping (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) {
    self.zone = zone
    self.rules = rules
    self.newID = newID
    self.progress = progress
  }
}
