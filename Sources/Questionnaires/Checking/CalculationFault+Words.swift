extension CalculationFault {
  /// The fault in words, without the item.
  var words: String {
    switch problem {
    case .expression(let error): "\(role.words), \(error)"
    case .circular: "\(role.words): the values depend on each other in a circle"
    case .wrongType: "\(role.words): the item cannot hold a value of this type"
    }
  }
}

extension CalculationFault.Role {
  /// What the expression is for, in the words of FHIR.
  var words: String {
    switch self {
    case .calculatedExpression: "calculatedExpression"
    case .initialExpression: "initialExpression"
    case .enableWhenExpression: "enableWhenExpression"
    case .constraint(let key): key.isEmpty ? "constraint" : "constraint ‘\(key)’"
    case .variable(let name): "variable ‘\(name)’"
    case .minValue: "minValue"
    case .maxValue: "maxValue"
    }
  }
}
