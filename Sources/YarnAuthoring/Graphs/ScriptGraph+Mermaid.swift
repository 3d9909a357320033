extension ScriptGraph {
  /// The drawing in the language of Mermaid.
  ///
  /// Jumps are solid arrows, detours dashed ones with the word on them; the choices of node groups
  /// are dashed. Nodes get short names of their own, so that no title can break the drawing.
  public var mermaid: String {
    var keys: [String: String] = [:]
    for (index, vertex) in vertices.enumerated() { keys[vertex.name] = "n\(index + 1)" }
    let key = { (name: String) in keys[name] ?? "unknown" }
    var lines = ["flowchart LR"]
    for vertex in vertices {
      if case .member = vertex.kind { continue }
      guard vertex.kind == .hub else {
        lines.append("  " + vertex.mermaid(key(vertex.name)))
        continue
      }
      lines.append("  subgraph \(key(vertex.name))g[\"\(Self.escaped(vertex.name))\"]")
      for inner in vertices where inner == vertex || inner.kind == .member(of: vertex.name) {
        lines.append("    " + inner.mermaid(key(inner.name)))
      }
      lines.append("  end")
    }
    lines += edges.map { "  \(key($0.from)) \($0.kind.mermaidArrow) \(key($0.to))" }
    let unknowing = vertices.filter(\.hasUnknownTargets)
    if !unknowing.isEmpty {
      lines.append("  unknown([\"unknown until run\"])")
      lines += unknowing.map { "  \(key($0.name)) --> unknown" }
    }
    let faint = vertices.filter { !$0.isReachable || $0.kind == .missing }.map { key($0.name) }
    if !faint.isEmpty {
      lines += ["  classDef faint stroke-dasharray: 4,color:#777"]
      lines += ["  class \(faint.joined(separator: ",")) faint"]
    }
    return (lines + [""]).joined(separator: "\n")
  }

  fileprivate static func escaped(_ name: String) -> String {
    var escaped = ""
    for scalar in name.unicodeScalars {
      let isSafe =
        scalar.value >= 0x80 || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil || scalar == "_" || scalar == "." || scalar == " "
      if isSafe { escaped.unicodeScalars.append(scalar) } else { escaped += "#\(scalar.value);" }
    }
    return escaped
  }
}

extension ScriptGraph.Vertex {
  fileprivate func mermaid(_ key: String) -> String {
    let name = ScriptGraph.escaped(name)
    switch kind {
    case .missing: return "\(key)[\"\(name) #40;missing#41;\"]"
    case .hub: return "\(key){\"\(name)\(mark)\"}"
    case .plain, .member: return "\(key)[\"\(name)\(mark)\"]"
    }
  }

  private var mark: String { isReachable ? "" : " #40;unreachable#41;" }
}

extension ScriptGraph.Edge.Kind {
  fileprivate var mermaidArrow: String {
    switch self {
    case .jump: "-->"
    case .detour: "-. detour .->"
    case .member: "-.->"
    }
  }
}
