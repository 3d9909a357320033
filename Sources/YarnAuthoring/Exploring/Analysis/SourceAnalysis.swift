import YarnRuntime

/// Finds out which values can change what comes next, and which of their values matter.
struct SourceAnalysis {
  /// A value that goes into a variable.
  struct Flow {
    var target: Int
    var origin: ValueOrigin
  }

  let program: Program
  let library: Library
  var sources: [ValueSource] = []
  private(set) var indices: [ValueSource.Kind: Int] = [:]
  var flows: [Flow] = []
  var links: [(Int, Int)] = []
  private var smart: [String: ValueOrigin] = [:]
  private var openSmart: Set<String> = []

  /// What calls stand for, by their place.
  private(set) var sites: [CodePlace: Int] = [:]
  private var owner = ""

  init(_ program: Program, library: Library) {
    self.program = program
    self.library = library
    for name in program.nodes.keys.sorted() {
      guard let node = program.nodes[name] else { continue }
      owner = name
      for statement in CodeStatement.all(in: node.code) { read(statement, in: node.code) }
    }
    for title in program.groups.keys.sorted() {
      for member in program.groups[title] ?? [] {
        owner = Self.owner(ofConditionOf: member.node)
        decide(member.condition[...])
      }
    }
    settle()
  }

  mutating func index(of kind: ValueSource.Kind) -> Int {
    if let index = indices[kind] { return index }
    sources.append(ValueSource(kind: kind))
    if case .variable(let name) = kind, let value = program.initialValues[name] {
      sources[sources.count - 1].constants.append(value)
    }
    indices[kind] = sources.count - 1
    return sources.count - 1
  }

  /// Notes what a call stands for.
  mutating func note(_ kind: (CodePlace) -> ValueSource.Kind, at index: Int) -> Int {
    let place = CodePlace(owner: owner, index: index)
    let source = self.index(of: kind(place))
    sites[place] = source
    return source
  }

  static func owner(ofConditionOf node: String) -> String { "when:" + node }

  /// A function that neither the engine nor the library can work out.
  func isHost(_ name: String) -> Bool {
    library.body(of: name) == nil && !Self.intrinsics.contains(name)
  }

  static let intrinsics: Set<String> = [
    "visited", "visited_count", "has_any_content", "random", "random_range", "random_range_float",
    "dice",
  ]
}

extension SourceAnalysis {
  private mutating func read(_ statement: CodeStatement, in code: [Instruction]) {
    switch statement.kind {
    case .options(let items), .lineGroup(let items):
      for item in items {
        decide(code[item.condition])
        _ = origins(of: code[item.texts])
      }
    case .plain(let instruction):
      let origins = origins(of: code[statement.values])
      switch instruction {
      case .jumpIfFalse: origins.forEach { decide($0) }
      case .jumpToComputedNode, .detourToComputedNode:
        for origin in origins {
          for name in program.nodes.keys { note(.string(name), origin) }
          sink(origin)
        }
      case .command(let pieces):
        if let first = pieces.first, !first.contains(" ") { origins.forEach { sink($0) } }
      case .store(let name):
        if let origin = origins.last { store(origin, in: name) }
      default: break
      }
    }
  }

  private mutating func decide(_ code: ArraySlice<Instruction>) {
    for origin in origins(of: code) { decide(origin) }
  }

  private mutating func decide(_ origin: ValueOrigin) {
    if let source = origin.linear?.source { sources[source].isTruth = true }
    sink(origin)
  }

  /// Notes that what comes next depends on a value.
  mutating func sink(_ origin: ValueOrigin) {
    for source in origin.sources { sources[source].isRelevant = true }
  }

  private mutating func store(_ origin: ValueOrigin, in name: String) {
    let target = index(of: .variable(name))
    if let linear = origin.linear, linear.source == target, linear.scale == 1 {
      if linear.offset > 0 { sources[target].stepsUp = true }
      if linear.offset < 0 { sources[target].stepsDown = true }
      return
    }
    if let constant = origin.constant { return sources[target].constants.append(constant) }
    for source in origin.sources { sources[source].escapes = true }
    flows.append(Flow(target: target, origin: origin))
  }

  /// Finds where a smart variable's value comes from.
  mutating func smartOrigin(_ name: String) -> ValueOrigin {
    if let known = smart[name] { return known }
    guard let code = program.smartVariables[name], openSmart.insert(name).inserted else {
      return ValueOrigin()
    }
    let outer = owner
    owner = name
    let origin = origins(of: code[...]).last ?? ValueOrigin()
    owner = outer
    openSmart.remove(name)
    smart[name] = origin
    return origin
  }

  /// Notes that a value is compared with a constant.
  mutating func note(_ constant: Value, _ origin: ValueOrigin) {
    for source in origin.sources {
      switch constant {
      case .bool: sources[source].isTruth = true
      case .string(let text): sources[source].texts.insert(text)
      case .number(let number):
        if let linear = origin.linear {
          guard linear.scale != 0 else { continue }
          insert((number - linear.offset) / linear.scale, source)
        } else {
          insert(number, source)
          insert(0, source)
        }
      }
      if let modulus = origin.modulus {
        sources[source].moduli.insert(modulus)
        sources[source].escapes = true
      } else if origin.linear == nil {
        sources[source].isInexact = true
      }
    }
  }

  @discardableResult
  private mutating func insert(_ point: Float, _ source: Int) -> Bool {
    guard sources[source].points.count < ValueSource.mostPoints else {
      sources[source].isInexact = true
      return false
    }
    return sources[source].points.insert(point).inserted
  }

  /// Lets what is known of variables reach the values that flow into them, until nothing changes.
  private mutating func settle() {
    for (name, index) in hostComputed {
      for (kind, other) in indices {
        if case .host(name, _) = kind { links.append((index, other)) }
      }
    }
    for index in Set(links.flatMap { [$0.0, $0.1] }) {
      for constant in sources[index].constants {
        if case .number(let number) = constant { insert(number, index) }
        if case .string(let text) = constant { sources[index].texts.insert(text) }
      }
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for flow in flows where passOn(flow) { hasChanged = true }
      for (left, right) in links {
        if share(left, right) { hasChanged = true }
        if share(right, left) { hasChanged = true }
      }
    }
  }

  private var hostComputed: [(String, Int)] {
    indices.compactMap { kind, index in
      if case .hostComputed(let name) = kind { (name, index) } else { nil }
    }
  }

  private mutating func passOn(_ flow: Flow) -> Bool {
    let target = sources[flow.target]
    var hasChanged = false
    for index in flow.origin.sources where index != flow.target {
      let before = sources[index]
      if target.isRelevant { sources[index].isRelevant = true }
      sources[index].texts.formUnion(target.texts)
      sources[index].moduli.formUnion(target.moduli)
      if target.isCompared { sources[index].isCompared = true }
      if target.isInexact || flow.origin.linear == nil { sources[index].isInexact = true }
      for point in target.points {
        let linear = flow.origin.linear ?? .init(source: index)
        if linear.scale != 0 { insert((point - linear.offset) / linear.scale, index) }
      }
      if target.isTruth, flow.origin.linear != nil { sources[index].isTruth = true }
      hasChanged = hasChanged || before.differs(from: sources[index])
    }
    return hasChanged
  }

  private mutating func share(_ from: Int, _ to: Int) -> Bool {
    let before = sources[to]
    sources[to].isRelevant = sources[to].isRelevant || sources[from].isRelevant
    sources[to].texts.formUnion(sources[from].texts)
    sources[to].isTruth = sources[to].isTruth || sources[from].isTruth
    for point in sources[from].points { insert(point, to) }
    return before.differs(from: sources[to])
  }
}

extension ValueSource {
  fileprivate func differs(from other: ValueSource) -> Bool {
    isRelevant != other.isRelevant || points.count != other.points.count
      || texts.count != other.texts.count || moduli.count != other.moduli.count
      || isTruth != other.isTruth || isCompared != other.isCompared
      || isInexact != other.isInexact
  }
}
