import YarnRuntime

/// Answers that were taken for given while one expression was worked out.
private struct Assumption {
  var inquiry: Inquiry
  var value: Scalar
}

extension Walk {
  /// How many ways to answer are tried while one group is decided on.
  private static var mostTries: Int { 4096 }

  /// Takes every option that can be available, each in a state of its own.
  ///
  /// What the host would answer about the other options makes no difference, since choosing lets it
  /// answer anew.
  mutating func offer(_ index: Int) -> Bool {
    let group = lowered.groups[index]
    let before = position
    let top = position.frames.count - 1
    let node = position.frames[top].node
    for (number, branch) in group.branches.enumerated() {
      if let texts = branch.texts { tryOut(texts, before) }
      guard let place = possibility(of: branch.condition, before) else { continue }
      coverage.choose(branch.key)
      position = before
      letHostAct()
      position.frames[top].operation = branch.target
      position.place = trail.add(.choose(number: number + 1, line: branch.key), after: place)
      wait(afterChoice: true)
    }
    position = before
    if let place = impossibility(of: group, before) {
      position = before
      position.place = place
      report(.noOption)
      pass(group, afterChoice: false)
    }
    if lowered.nodes[node].mayDecline {
      position = before
      position.place = trail.add(.decline, after: before.place)
      pass(group, afterChoice: true)
    }
    return false
  }

  private mutating func pass(_ group: BranchGroup, afterChoice: Bool) {
    letHostAct()
    position.frames[position.frames.count - 1].operation = group.next
    wait(afterChoice: afterChoice)
  }

  /// Takes every item or member that can be chosen, with every answer that lets it.
  mutating func select(from index: Int) -> Bool {
    let group = lowered.groups[index]
    let before = position
    for branch in group.branches {
      tryAll(branch.condition, before) { walk, value, place in
        guard value.bool == true else { return true }
        walk.take(branch, at: place)
        return true
      }
    }
    position = before
    if let place = impossibility(of: group, before) {
      position = before
      position.place = place
      position.frames[position.frames.count - 1].operation = group.next
      wait(afterChoice: false)
    }
    return false
  }

  private mutating func take(_ branch: Branch, at place: Int) {
    let top = position.frames.count - 1
    position.draws = []
    if let mark = branch.mark { position.cells[mark] = .yes }
    if let node = branch.node {
      position.place = trail.add(.select(node: node), after: place)
      guard push(node) else { return }
      coverage.select(node)
    } else {
      position.frames[top].operation = branch.target
      position.place = trail.add(.selectLine(branch.key), after: place)
    }
    wait(afterChoice: false)
  }
}

extension Walk {
  /// Works an expression out for its errors alone.
  private mutating func tryOut(_ expression: Int, _ before: Position) {
    tryAll(expression, before) { _, _, _ in true }
  }

  /// Finds answers that let a condition hold, and gives the place in the trail behind them.
  private mutating func possibility(of condition: Int?, _ before: Position) -> Int? {
    var found: Int?
    tryAll(condition, before) { _, value, place in
      guard value.bool == true else { return true }
      found = place
      return false
    }
    return found
  }

  /// Finds answers that let none of a group's conditions hold.
  ///
  /// When too many have to be tried, each condition is looked at on its own.
  private mutating func impossibility(of group: BranchGroup, _ before: Position) -> Int? {
    guard group.branches.allSatisfy({ $0.condition != nil }) else { return nil }
    let conditions = group.branches.compactMap(\.condition)
    var tries = 0
    var assumptions: [Assumption] = []
    position = before
    if refuse(conditions[...], 0, &tries, &assumptions) {
      return note(assumptions, after: before.place)
    }
    guard tries >= Self.mostTries else { return nil }
    for condition in conditions {
      var canFail = false
      tryAll(condition, before) { _, value, _ in
        canFail = value.bool == false
        return !canFail
      }
      if !canFail { return nil }
    }
    return before.place
  }

  private mutating func refuse(
    _ conditions: ArraySlice<Int>, _ firstDraw: Int, _ tries: inout Int,
    _ assumptions: inout [Assumption]
  ) -> Bool {
    guard let condition = conditions.first else { return true }
    tries += 1
    guard tries < Self.mostTries else { return false }
    do throws(Interruption) {
      let value = try evaluation.value(of: condition, in: position, firstDraw: firstDraw)
      guard value.bool == false else { return false }
      return refuse(conditions.dropFirst(), evaluation.drawCount, &tries, &assumptions)
    } catch {
      guard case .ask(let inquiry) = error else { return false }
      let before = position
      for candidate in inquiry.candidates {
        position.take(candidate, for: inquiry)
        assumptions.append(Assumption(inquiry: inquiry, value: candidate))
        if refuse(conditions, firstDraw, &tries, &assumptions) { return true }
        assumptions.removeLast()
        position = before
      }
      return false
    }
  }

  /// Works an expression out with every answer that it asks for.
  ///
  /// The body is given the value and the place in the trail, while the walk stands in the state with
  /// those answers; `false` ends the search.
  private mutating func tryAll(
    _ expression: Int?, _ before: Position, _ body: (inout Walk, Scalar, Int) -> Bool
  ) {
    position = before
    guard let expression else {
      _ = body(&self, .yes, before.place)
      return
    }
    var assumptions: [Assumption] = []
    _ = tryOn(expression, before.place, &assumptions, body)
    position = before
  }

  private mutating func tryOn(
    _ expression: Int, _ place: Int, _ assumptions: inout [Assumption],
    _ body: (inout Walk, Scalar, Int) -> Bool
  ) -> Bool {
    let before = position
    do throws(Interruption) {
      let value = try evaluation.value(of: expression, in: position)
      noteUnset()
      return body(&self, value, note(assumptions, after: place))
    } catch {
      switch error {
      case .failure(let problem):
        position.place = note(assumptions, after: place)
        report(.failure(problem))
        position = before
      case .ask(let inquiry):
        for candidate in inquiry.candidates {
          position.take(candidate, for: inquiry)
          assumptions.append(Assumption(inquiry: inquiry, value: candidate))
          let goesOn = tryOn(expression, place, &assumptions, body)
          position = before
          assumptions.removeLast()
          guard goesOn else { return false }
        }
      }
      return true
    }
  }

  private mutating func note(_ assumptions: [Assumption], after place: Int) -> Int {
    var place = place
    for assumption in assumptions {
      place = trail.add(
        .assume(call: assumption.inquiry.call, value: assumption.value), after: place)
    }
    return place
  }
}
