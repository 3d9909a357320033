import Synchronization

/// The nodes of a program that have been made ready to run.
///
/// A dialogue and its copies share one, since what it holds follows from the program alone: a
/// node is made ready when it is first entered, and never again.
final class LinkCache: Sendable {
  private let nodes = Mutex<[String: LinkedNode]>([:])

  /// Finds a node, or makes it ready; `nil` when the program has none with this name.
  func node(_ name: String, in program: Program, language: Language) -> LinkedNode? {
    if let known = nodes.withLock({ $0[name] }) { return known }
    guard let node = program.nodes[name] else { return nil }
    let linked = LinkedNode(node, in: program, language: language)
    nodes.withLock { $0[name] = linked }
    return linked
  }
}
