import YarnRuntime

/// A piece of psychoeducation: a chain of screens that ends in one act.
public struct Reading: Equatable, Sendable {
  /// The word that names it on the command line, such as `grief`.
  public var topic: String

  /// What the list calls it.
  public var title: String

  /// One line about it for the list.
  public var about: String

  /// How long it takes, in minutes.
  public var minutes: Int

  /// Reads the headers of a first screen; `nil` when the node is not one.
  init?(_ node: Node) {
    guard node.name.hasPrefix("Reading_"), let title = node.header("topic") else { return nil }
    self.topic = String(node.name.dropFirst("Reading_".count))
    self.title = title
    about = node.header("about") ?? ""
    minutes = node.header("minutes").flatMap { Int($0) } ?? 0
  }

  /// The topic as a person types it, with hyphens.
  public var typedTopic: String {
    String(topic.map { $0 == "_" ? "-" : $0 })
  }
}
