import YarnRuntime

/// Which node of a project leads to which, for drawing.
public struct ScriptGraph: Equatable, Sendable {
  /// A node of the drawing.
  public struct Vertex: Equatable, Sendable {
    /// What a node is in the project.
    public enum Kind: Equatable, Sendable {
      /// A node by itself.
      case plain

      /// The entry of a node group, under its title.
      case hub

      /// A member of the node group with this title.
      case member(of: String)

      /// A node that a jump or detour names and no script has.
      case missing
    }

    /// The unique name.
    public var name: String

    /// What the node is.
    public var kind: Kind

    /// Whether jumps, detours and node groups lead there from where the drawing starts.
    public var isReachable: Bool

    /// Whether it also leads to a node that only running the script can tell.
    public var hasUnknownTargets: Bool
  }

  /// A way from one node to another.
  public struct Edge: Equatable, Hashable, Sendable {
    /// What leads there.
    public enum Kind: Equatable, Hashable, Sendable {
      /// A `<<jump>>`.
      case jump

      /// A `<<detour>>`.
      case detour

      /// The choice that a node group makes among its members.
      case member
    }

    /// The name of the node it leads from.
    public var from: String

    /// The name of the node it leads to.
    public var to: String

    /// What leads there.
    public var kind: Kind
  }

  /// The nodes in the order of the files and of the places in them; missing ones last.
  public var vertices: [Vertex]

  /// The ways between them, in the order of the nodes they lead from.
  public var edges: [Edge]

  /// Draws a project.
  ///
  /// - Parameters:
  ///   - program: The compiled scripts.
  ///   - starts: The nodes that the host starts at; what they do not lead to counts as
  ///     unreachable.
  public init(_ program: Program, startingAt starts: [String]) {
    let nodes = program.nodes.values.sorted {
      ($0.sourceName, $0.line, $0.name) < ($1.sourceName, $1.line, $1.name)
    }
    edges = nodes.flatMap { Self.edges(from: $0, in: program) }
    let reachable = Self.reached(from: starts, by: edges)
    vertices = nodes.map { node in
      Vertex(
        name: node.name, kind: Self.kind(of: node, in: program),
        isReachable: reachable.contains(node.name),
        hasUnknownTargets: node.facts.hasComputedTargets)
    }
    let missing = Set(edges.map(\.to)).subtracting(program.nodes.keys)
    vertices += missing.sorted().map {
      Vertex(
        name: $0, kind: .missing, isReachable: reachable.contains($0), hasUnknownTargets: false)
    }
  }

  private static func kind(of node: Node, in program: Program) -> Vertex.Kind {
    if program.groupTitles.contains(node.name) { return .hub }
    return program.groupTitles.contains(node.title) ? .member(of: node.title) : .plain
  }

  private static func edges(from node: Node, in program: Program) -> [Edge] {
    var seen: Set<Edge> = []
    let edges =
      node.facts.jumps.map { Edge(from: node.name, to: $0.text, kind: .jump) }
      + node.facts.detours.map { Edge(from: node.name, to: $0.text, kind: .detour) }
      + program.members(of: node.name).map { Edge(from: node.name, to: $0, kind: .member) }
    return edges.filter { seen.insert($0).inserted }
  }

  private static func reached(from starts: [String], by edges: [Edge]) -> Set<String> {
    let targets = Dictionary(grouping: edges, by: \.from)
    var reached = Set(starts)
    var waiting = starts
    while let name = waiting.popLast() {
      for edge in targets[name] ?? [] where reached.insert(edge.to).inserted {
        waiting.append(edge.to)
      }
    }
    return reached
  }
}
