import YarnRuntime

/// A walk through the states of a program, those with the fewest choices first.
///
/// From a state that waits, operations are carried out until the host has to choose or to answer,
/// or until a node begins in a state that was seen before.
struct Walk {
  /// A state that was passed since the host could last act.
  private struct Passed {
    var key: StateKey
    var talk: Int
  }

  var evaluation: Evaluation
  let liveness: Liveness
  let host: HostModel
  var position = Position()
  var keys = KeySet()
  var frontier = Frontier()
  var trail = Trail()
  var coverage: Coverage
  var findings = FindingLog()
  private var passed: [Passed] = []
  private var talk = 0
  private var silentMoves = 0

  init(_ program: Program, library: Library, host: HostModel) {
    var lowered = Lowering(program, library: library).result
    for index in lowered.nodes.indices {
      guard let node = program.nodes[lowered.nodes[index].name] else { continue }
      lowered.nodes[index].mayDecline = host.mayDecline(in: node)
      lowered.nodes[index].commandsRunNodes = lowered.nodes[index].operations.contains {
        guard case .command(let command, _) = $0 else { return false }
        return host.detouringCommands[lowered.commands[command].commandName] != nil
      }
    }
    liveness = Liveness(lowered)
    evaluation = Evaluation(lowered, library: library, host: host)
    coverage = Coverage(lowered)
    self.host = host
  }

  var lowered: LoweredProgram { _read { yield evaluation.lowered } }

  /// Puts the beginning of a node among the states that wait.
  mutating func begin(at node: Int) {
    position = Position(
      frames: [.init(node: node, operation: 0)], cells: lowered.initial,
      place: trail.add(.start(node: node), after: -1))
    wait(afterChoice: false)
  }

  /// Walks on from the next state that waits; `false` when none does.
  mutating func step() -> Bool {
    guard let record = frontier.next() else { return false }
    position.read(record, initial: evaluation.lowered.initial)
    silentMoves = 0
    passed = [
      Passed(key: position.key(liveCells(), initial: evaluation.lowered.initial), talk: talk)
    ]
    if let frame = position.frames.last, frame.operation == 0 { coverage.enter(frame.node) }
    while carryOut() {}
    return true
  }

  /// Puts the state at hand among those that wait, unless it was seen.
  mutating func wait(afterChoice: Bool) {
    let live = liveCells()
    guard keys.insert(position.key(live, initial: lowered.initial)) else { return }
    frontier.append(position.record(live, initial: lowered.initial), afterChoice: afterChoice)
  }

  private func liveCells() -> [UInt64] {
    guard let top = position.frames.last else { return [] }
    var words = liveness.words(node: top.node, operation: top.operation)
    for frame in position.frames.dropLast() {
      let outer = liveness.words(node: frame.node, operation: frame.operation)
      for index in words.indices { words[index] |= outer[index] }
    }
    return words
  }
}

extension Walk {
  /// Carries the next operation out; `false` where the walk cannot go straight on.
  private mutating func carryOut() -> Bool {
    let top = position.frames.count - 1
    let frame = position.frames[top]
    let operation = lowered.nodes[frame.node].operations[frame.operation]
    do throws(Interruption) {
      switch operation {
      case .test(let expression, let target):
        let holds = try value(of: expression).bool != false
        position.frames[top].operation = holds ? frame.operation + 1 : target
      case .jump(let target): position.frames[top].operation = target
      case .check(let expression):
        _ = try value(of: expression)
        position.frames[top].operation += 1
      case .say(let line):
        coverage.say(line)
        talk += 1
        silentMoves = 0
        position.frames[top].operation += 1
      case .store(let cell, let expression):
        set(cell, try value(of: expression))
        position.frames[top].operation += 1
      case .mark(let cell):
        position.cells[cell] = .yes
        position.frames[top].operation += 1
      case .command(let command, let expressions): return try run(command, expressions)
      case .options(let group): return offer(group)
      case .lineGroup(let group), .nodeGroup(let group): return select(from: group)
      case .jumpToNode(let node): return jump(to: node)
      case .detour(let node): return detour(to: node)
      case .jumpToComputed(let expression): return try jump(to: node(named: expression))
      case .detourToComputed(let expression): return try detour(to: node(named: expression))
      case .jumpToUnknown(let name), .detourToUnknown(let name):
        throw Interruption.failure(.unknownNode(name))
      case .returnFromNode: return returnFromNode()
      case .stop: return false
      }
      return true
    } catch {
      interrupt(error)
      return false
    }
  }

  private mutating func node(named expression: Int) throws(Interruption) -> Int {
    let name = lowered.pool.text(try value(of: expression))
    guard let node = lowered.nodeIndices[name] else { throw .failure(.unknownNode(name)) }
    return node
  }

  /// Works an expression of the statement at hand out; its throws of chance are used up then.
  private mutating func value(of expression: Int) throws(Interruption) -> Scalar {
    evaluation.unset.removeAll(keepingCapacity: true)
    let value = try evaluation.value(of: expression, in: position)
    noteUnset()
    position.draws.removeAll(keepingCapacity: true)
    return value
  }

  mutating func noteUnset() {
    for variable in evaluation.unset {
      report(.readBeforeSet(variable: lowered.undeclared[variable]))
    }
    evaluation.unset.removeAll(keepingCapacity: true)
  }

  /// Tries every answer to a question in a state of its own, or reports what went wrong.
  private mutating func interrupt(_ reason: Interruption) {
    switch reason {
    case .failure(let problem): report(.failure(problem))
    case .ask(let inquiry):
      let before = position
      for candidate in inquiry.candidates {
        position.take(candidate, for: inquiry)
        position.place = trail.add(
          .assume(call: inquiry.call, value: candidate), after: before.place)
        wait(afterChoice: false)
        position = before
      }
    }
  }

  private mutating func set(_ cell: Int, _ value: Scalar) {
    var value = value
    if let number = value.number {
      if let ceiling = lowered.ceilings[cell], number > ceiling { value = Scalar(ceiling + 1) }
      if let floor = lowered.floors[cell], number < floor { value = Scalar(floor - 1) }
    }
    position.cells[cell] = value
  }
}

extension Walk {
  mutating func jump(to node: Int) -> Bool {
    countVisit()
    position.frames = [.init(node: node, operation: 0)]
    coverage.enter(node)
    return arrive()
  }

  mutating func detour(to node: Int) -> Bool {
    guard push(node) else { return false }
    coverage.enter(node)
    return arrive()
  }

  /// Starts a node on top of the one at hand, which goes on behind its operation.
  ///
  /// A node that would only end then is taken off at once, so that nodes that detour to each other
  /// as their last act do not pile up.
  mutating func push(_ node: Int) -> Bool {
    guard position.frames.count < 256 else {
      report(.failure(.stackOverflow(node: lowered.nodes[node].name)))
      return false
    }
    position.frames[position.frames.count - 1].operation += 1
    while let frame = position.frames.last, isAtEnd(frame) { position.frames.removeLast() }
    position.frames.append(.init(node: node, operation: 0))
    return true
  }

  private func isAtEnd(_ frame: Position.Frame) -> Bool {
    guard lowered.nodes[frame.node].visitCell == nil else { return false }
    var operation = frame.operation
    while case .jump(let target) = lowered.nodes[frame.node].operations[operation] {
      operation = target
    }
    if case .returnFromNode = lowered.nodes[frame.node].operations[operation] { return true }
    return false
  }

  private mutating func returnFromNode() -> Bool {
    countVisit()
    position.frames.removeLast()
    return !position.frames.isEmpty && arrive()
  }

  private mutating func countVisit() {
    guard let node = position.frames.last?.node, let cell = lowered.nodes[node].visitCell
    else { return }
    set(cell, Scalar((position.cells[cell].number ?? 0) + 1))
  }

  /// Goes on in another node, unless this was seen.
  private mutating func arrive() -> Bool {
    silentMoves += 1
    let key = position.key(liveCells(), initial: lowered.initial)
    guard silentMoves < 10_000 else {
      report(.endlessLoop(node: topName))
      return false
    }
    if keys.insert(key) {
      passed.append(Passed(key: key, talk: talk))
      return true
    }
    if let start = passed.last(where: { $0.key == key }) {
      report(start.talk == talk ? .endlessLoop(node: topName) : .neverAsks(node: topName))
    }
    return false
  }

  private var topName: String {
    position.frames.last.map { lowered.nodes[$0.node].name } ?? ""
  }

  private mutating func run(_ command: Int, _ expressions: [Int]) throws(Interruption) -> Bool {
    var name = lowered.commands[command].commandName
    for expression in expressions {
      let value = try value(of: expression)
      if lowered.commands[command].count == 2, !lowered.commands[command][0].contains(" ") {
        let pieces = lowered.commands[command]
        name = [pieces[0] + lowered.pool.text(value) + pieces[1]].commandName
      }
    }
    if let known = host.commands, !name.isEmpty, !known.contains(name) {
      report(.unknownCommand(name))
    }
    letHostAct()
    guard !host.endingCommands.contains(name) else { return false }
    if let title = host.detouringCommands[name], let node = lowered.nodeIndices[title] {
      return detour(to: node)
    }
    position.frames[position.frames.count - 1].operation += 1
    return true
  }

  /// Forgets the host's answers, which may be others from here on.
  mutating func letHostAct() {
    for cell in lowered.firstAnswer..<lowered.initial.count { position.cells[cell] = .none }
    position.answers.removeAll(keepingCapacity: true)
    passed.removeAll(keepingCapacity: true)
    silentMoves = 0
  }

  /// Notes a finding at the operation at hand.
  mutating func report(_ problem: FindingLog.Problem) {
    guard let frame = position.frames.last else { return }
    findings.add(
      problem, node: frame.node, line: Int(lowered.nodes[frame.node].lines[frame.operation]),
      place: position.place)
  }
}

extension Position {
  /// Takes a value for the answer to a question.
  mutating func take(_ value: Scalar, for inquiry: Inquiry) {
    switch inquiry.slot {
    case .cell(let cell): cells[cell] = value
    case .answer: answers.append(Answer(call: inquiry.call, value: value))
    case .draw: draws.append(value)
    }
  }
}

extension [String] {
  /// The first word of a command that is written in pieces.
  var commandName: String {
    first.map { String($0.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }) } ?? ""
  }
}
