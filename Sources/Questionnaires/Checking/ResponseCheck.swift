extension Questionnaire {
  /// Finds the rules that a response breaks.
  ///
  /// What is answered is always checked; that nothing is missing or disabled only where the
  /// response says it is completed or amended. A draft may be incomplete.
  ///
  /// - Parameter response: The response to check.
  /// - Returns: The faults, in the order of the response; missing answers last.
  public func faults(in response: QuestionnaireResponse) -> [ResponseFault] {
    var check = ResponseCheck()
    check.visit(response.items, of: items, below: ItemPath())
    if response.status == .completed || response.status == .amended {
      check.complete(FormTree(self, response: response))
    }
    return check.faults
  }
}

/// Goes over a response beside its form.
private struct ResponseCheck {
  var faults: [ResponseFault] = []

  mutating func visit(
    _ answered: [QuestionnaireResponse.Item], of items: [Item], below path: ItemPath
  ) {
    var seen: [LinkID: Int] = [:]
    for found in answered {
      let index = seen[found.linkID, default: 0]
      seen[found.linkID] = index + 1
      let place = path.appending(found.linkID, index)
      guard let item = items.first(where: { $0.linkID == found.linkID }) else {
        faults.append(ResponseFault(path: place, problem: .unknownItem))
        continue
      }
      if index > 0 && !(item.type == .group && item.repeats) {
        faults.append(ResponseFault(path: place, problem: .repeatedItem))
      }
      visit(found, item, at: place)
    }
  }

  private mutating func visit(_ found: QuestionnaireResponse.Item, _ item: Item, at path: ItemPath)
  {
    let isMisplaced = item.type.isQuestion ? !found.items.isEmpty : !found.answers.isEmpty
    if isMisplaced { faults.append(ResponseFault(path: path, problem: .misplacedContent)) }
    if item.type == .group { visit(found.items, of: item.items, below: path) }
    guard item.type.isQuestion, !found.answers.isEmpty else { return }
    do {
      try item.check(found.answers.map(\.value))
    } catch {
      faults.append(ResponseFault(path: path, problem: .answer(error)))
    }
    var place = path
    for (index, answer) in found.answers.enumerated() {
      place.steps[place.steps.count - 1].index = index
      visit(answer.items, of: item.items, below: place)
    }
  }

  /// Checks what has to be true of a completed response.
  mutating func complete(_ tree: FormTree) {
    for node in tree.nodes where node.isReachable {
      let answers = tree.nodes.filter { node.path.holds($0.path) }.map(\.answers.count)
      let count = node.item.type == .group ? node.repetitions : node.answers.count
      let isAnswered = answers.contains { $0 > 0 }
      if !node.isEnabled {
        if !node.answers.isEmpty { faults.append(.init(path: node.path, problem: .disabled)) }
      } else if node.item.isRequired && node.item.type != .display && !isAnswered {
        faults.append(ResponseFault(path: node.path, problem: .missing))
      } else if node.item.isRequired, let minimum = node.item.limits.minOccurs, count < minimum {
        faults.append(ResponseFault(path: node.path, problem: .tooFew(minimum: minimum)))
      }
    }
  }
}

extension Item {
  /// Checks answers that came from elsewhere, also of types that a console cannot ask for.
  fileprivate func check(_ values: [AnswerValue]) throws(AnswerProblem) {
    if case .unsupported(let code) = type {
      let expected = code.prefix(1).uppercased() + code.dropFirst()
      let canBeKept = ["Attachment", "Reference"].contains(expected)
      guard canBeKept, values.allSatisfy({ $0 == .unsupported(expected) }) else {
        throw .wrongType
      }
      return
    }
    if options.isEmpty, type == .choice || type == .openChoice {
      try checkRemoteChoice(values)
    } else if let question = Question(self) {
      try question.check(values)
    }
  }

  /// Checks answers to a choice whose options are not in the form: only their type can be told.
  private func checkRemoteChoice(_ values: [AnswerValue]) throws(AnswerProblem) {
    for value in values {
      switch value {
      case .coding: continue
      case .string where type == .openChoice || valueSet == nil: continue
      default: throw .wrongType
      }
    }
    guard values.count < 2 || repeats else { throw .onlyOne }
  }
}
