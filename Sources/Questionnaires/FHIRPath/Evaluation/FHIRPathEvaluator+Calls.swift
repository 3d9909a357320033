import FoundationEssentials

extension FHIRPathEvaluator {
  mutating func call(_ call: FHIRPathTerm.Call, _ scope: Scope) throws(FHIRPathError)
    -> [FHIRPathElement]
  {
    let elements = try call.receiver.map { term throws(FHIRPathError) in
      try evaluate(term, scope)
    }
    let input = elements ?? scope.this
    try spend(input.count, call.column)
    switch call.function {
    case .where, .select, .all, .exists, .repeat, .repeatAll, .iif, .aggregate, .trace:
      return try project(call, input, scope)
    case .weight, .ordinal: return weights(of: input)
    case .now, .today, .timeOfDay: return try clock(call)
    default: break
    }
    let arguments = try call.arguments.map { term throws(FHIRPathError) in
      try evaluate(term, scope)
    }
    if let result = try collection(call, input, arguments) { return result }
    guard let element = try single(input, call.column) else {
      return []
    }
    switch call.function {
    case .not: return try truth([element], call.column).map { [.boolean(!$0)] } ?? []
    case .abs, .ceiling, .exp, .floor, .ln, .log, .power, .round, .sqrt, .truncate:
      return try mathematics(call, element, arguments)
    case .toBoolean, .toInteger, .toDecimal, .toString, .toDate, .toDateTime, .toTime, .toQuantity:
      return element.converted(by: call.function).map { [$0] } ?? []
    case .convertsToBoolean, .convertsToInteger, .convertsToDecimal, .convertsToString,
      .convertsToDate, .convertsToDateTime, .convertsToTime, .convertsToQuantity:
      return [.boolean(element.converted(by: call.function) != nil)]
    default: return try text(call, element, arguments)
    }
  }

  private func clock(_ call: FHIRPathTerm.Call) throws(FHIRPathError) -> [FHIRPathElement] {
    guard var moment = environment.now else {
      throw FHIRPathError(problem: .noClock, column: call.column)
    }
    if call.function == .today {
      moment = FHIRPathMoment(kind: .date, parts: Array(moment.parts.prefix(3)))
    } else if call.function == .timeOfDay {
      moment = FHIRPathMoment(kind: .time, parts: Array(moment.parts.dropFirst(3)))
    }
    return [.moment(moment)]
  }

  private func weights(of elements: [FHIRPathElement]) -> [FHIRPathElement] {
    elements.compactMap { element in
      environment.weight(of: element).map {
        FHIRPathElement(number: $0.description) ?? .decimal($0)
      }
    }
  }
}

extension FHIRPathEvaluator {
  /// The functions that take an expression and look at it again for each value.
  private mutating func project(
    _ call: FHIRPathTerm.Call, _ input: [FHIRPathElement], _ scope: Scope
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    guard let projection = call.arguments.first else { return [.boolean(!input.isEmpty)] }
    switch call.function {
    case .where: return try filter(input, projection, call.column, scope)
    case .exists:
      return [.boolean(try !filter(input, projection, call.column, scope).isEmpty)]
    case .all:
      let kept = try filter(input, projection, call.column, scope)
      return [.boolean(kept.count == input.count)]
    case .select:
      var result: [FHIRPathElement] = []
      for (index, element) in input.enumerated() {
        result += try evaluate(projection, scope.on(element, at: index))
        try spend(1, call.column)
      }
      return result
    case .repeat, .repeatAll: return try repeated(input, projection, call, scope)
    case .iif: return try choose(call, input, scope)
    case .aggregate: return try aggregate(call, input, scope)
    default: return input
    }
  }

  private mutating func filter(
    _ input: [FHIRPathElement], _ criterion: FHIRPathTerm, _ column: Int, _ scope: Scope
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    var kept: [FHIRPathElement] = []
    for (index, element) in input.enumerated() {
      try spend(1, column)
      let result = try evaluate(criterion, scope.on(element, at: index))
      if try truth(result, column) == true { kept.append(element) }
    }
    return kept
  }

  /// The values that a projection leads to, the values it leads to from those, and so on.
  ///
  /// As FHIRPath has it, `repeat` gives each value once: two repetitions of a group with the same
  /// answers are one. `repeatAll` gives both.
  private mutating func repeated(
    _ input: [FHIRPathElement], _ projection: FHIRPathTerm, _ call: FHIRPathTerm.Call,
    _ scope: Scope
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    var result = DistinctElements(keepsAll: call.function == .repeatAll)
    var waiting = input
    while !waiting.isEmpty {
      var found: [FHIRPathElement] = []
      for (index, element) in waiting.enumerated() {
        for value in try evaluate(projection, scope.on(element, at: index)) {
          try spend(result.likeness(of: value), call.column)
          if result.insert(value) { found.append(value) }
        }
      }
      waiting = found
    }
    return result.elements
  }

  mutating func distinct(_ elements: [FHIRPathElement], _ column: Int) throws(FHIRPathError)
    -> [FHIRPathElement]
  {
    var result = DistinctElements(keepsAll: false)
    for element in elements {
      try spend(result.likeness(of: element), column)
      _ = result.insert(element)
    }
    return result.elements
  }

  private mutating func choose(
    _ call: FHIRPathTerm.Call, _ input: [FHIRPathElement], _ scope: Scope
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    var inner = scope
    if call.receiver != nil { inner.this = input }
    let holds = try truth(evaluate(call.arguments[0], inner), call.column) == true
    if holds { return try evaluate(call.arguments[1], inner) }
    return call.arguments.count == 3 ? try evaluate(call.arguments[2], inner) : []
  }

  private mutating func aggregate(
    _ call: FHIRPathTerm.Call, _ input: [FHIRPathElement], _ scope: Scope
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    var total = call.arguments.count == 2 ? try evaluate(call.arguments[1], scope) : []
    for (index, element) in input.enumerated() {
      var inner = scope.on(element, at: index)
      inner.total = total
      total = try evaluate(call.arguments[0], inner)
      try spend(total.count, call.column)
    }
    return total
  }
}
