extension CalculationFault: CustomStringConvertible {
  /// The fault in one line, without anything the person wrote.
  public var description: String {
    switch problem {
    case .circular: "\(subject) could not be calculated: it leads back to itself without an end"
    case .wrongType: "\(subject) could not be calculated: the item cannot hold the value"
    case .expression(let error):
      error.isOfReading
        ? "\(place) cannot be read: \(error)" : "\(subject) could not be calculated: \(error)"
    }
  }

  private var owner: String { linkID.rawValue.isEmpty ? "the form" : "‘\(linkID)’" }

  /// What has no value for want of the expression.
  private var subject: String {
    if case .calculatedExpression = role { return owner }
    return place
  }

  /// The expression itself.
  private var place: String {
    switch role {
    case .calculatedExpression: "the calculatedExpression of \(owner)"
    case .initialExpression: "the initialExpression of \(owner)"
    case .enableWhenExpression: "the enableWhenExpression of \(owner)"
    case .constraint(let key): "the rule ‘\(key)’ of \(owner)"
    case .variable(let name): "the variable ‘\(name)’ of \(owner)"
    case .minValue: "the minValue of \(owner)"
    case .maxValue: "the maxValue of \(owner)"
    }
  }
}

extension FHIRPathError {
  /// Whether the fault is one of the text, whatever the answers are.
  fileprivate var isOfReading: Bool {
    switch problem {
    case .unexpectedCharacter, .unexpectedToken, .unexpectedEnd, .unterminated, .invalidLiteral,
      .unknownFunction, .wrongArgumentCount, .unknownType, .unknownVariable, .tooDeep, .tooLong:
      true
    case .tooManySteps, .severalValues, .wrongType, .noClock: false
    }
  }
}
