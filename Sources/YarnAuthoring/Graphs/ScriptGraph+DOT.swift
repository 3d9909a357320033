extension ScriptGraph {
  /// The drawing in the language of Graphviz.
  ///
  /// Jumps are solid, detours dashed and the choices of node groups dotted; a node group stands in
  /// a box of its own.
  public var dot: String {
    var lines = ["digraph script {", "  rankdir=LR;", "  node [shape=box];"]
    for vertex in vertices where !vertex.isInGroup { lines.append("  " + vertex.dotLine) }
    for (index, hub) in vertices.filter({ $0.kind == .hub }).enumerated() {
      lines += ["  subgraph cluster_\(index) {", "    label=\(Self.quoted(hub.name));"]
      for vertex in vertices where vertex.name == hub.name || vertex.kind == .member(of: hub.name) {
        lines.append("    " + vertex.dotLine)
      }
      lines.append("  }")
    }
    lines += edges.map { edge in
      "  \(Self.quoted(edge.from)) -> \(Self.quoted(edge.to))\(edge.kind.dotStyle);"
    }
    let unknowing = vertices.filter(\.hasUnknownTargets)
    if !unknowing.isEmpty {
      lines.append("  \"?\" [shape=plaintext, label=\"unknown until run\"];")
      lines += unknowing.map { "  \(Self.quoted($0.name)) -> \"?\" [color=gray];" }
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  fileprivate static func quoted(_ name: String) -> String {
    var quoted = "\""
    for character in name {
      switch character {
      case "\"", "\\": quoted += "\\\(character)"
      case _ where character.isNewline: quoted += "\\n"
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }
}

extension ScriptGraph.Vertex {
  fileprivate var isInGroup: Bool {
    switch kind {
    case .hub, .member: true
    case .plain, .missing: false
    }
  }

  fileprivate var dotLine: String {
    let name = ScriptGraph.quoted(name)
    switch kind {
    case .missing:
      return "\(name) [style=dashed, color=red, label=\(ScriptGraph.quoted(self.name + label))];"
    case .hub where isReachable: return "\(name) [shape=diamond];"
    case .hub: return "\(name) [shape=diamond, color=gray, label=\(unreachable)];"
    case .plain where isReachable, .member where isReachable: return "\(name);"
    case .plain, .member: return "\(name) [color=gray, label=\(unreachable)];"
    }
  }

  private var unreachable: String { ScriptGraph.quoted(name + label) }

  /// What is said of the node below its name.
  private var label: String {
    kind == .missing ? "\n(missing)" : "\n(unreachable)"
  }
}

extension ScriptGraph.Edge.Kind {
  fileprivate var dotStyle: String {
    switch self {
    case .jump: ""
    case .detour: " [style=dashed]"
    case .member: " [style=dotted]"
    }
  }
}
