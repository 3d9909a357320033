/// What a form works out from the answers.
public struct CalculationOutcome: Equatable, Sendable {
  /// A rule of the form that answers break.
  public struct Violation: Equatable, Sendable {
    /// How much a rule matters.
    public enum Severity: String, Sendable {
      /// The form cannot be completed like this.
      case error
      /// The form can be completed.
      case warning
    }

    /// The place that the rule stands at; empty for a rule of the whole form.
    public var path: ItemPath
    /// The name of the rule; empty where the form gives none.
    public var key: String
    /// How much it matters.
    public var severity: Severity
    /// What the rule says, in the words of the form.
    public var human: String
  }

  /// The answers, with all that was worked out put in and without what is disabled left out.
  public var response: QuestionnaireResponse
  /// The answers worked out; an empty list where an expression gives nothing.
  public var values: [ItemPath: [AnswerValue]] = [:]
  /// Whether the expressions of `enableWhenExpression` hold, by the place of their item.
  public var conditions: [ItemPath: Bool] = [:]
  /// The smallest answers allowed, where an expression says so.
  public var minimums: [ItemPath: AnswerValue] = [:]
  /// The largest answers allowed, where an expression says so.
  public var maximums: [ItemPath: AnswerValue] = [:]
  /// The rules that answers break; an item that is disabled breaks none.
  public var violations: [Violation] = []
  /// What could not be worked out.
  public var faults: [CalculationFault] = []

  /// The places of items that are disabled, as the expressions saw them.
  var disabled: Set<ItemPath> = []

  init(response: QuestionnaireResponse) {
    self.response = response
  }
}

/// An expression of a form that cannot be worked out.
public struct CalculationFault: Error, Equatable, Sendable {
  /// What the expression is for.
  public enum Role: Hashable, Sendable {
    /// The value of an item.
    case calculatedExpression
    /// The first value of an item.
    case initialExpression
    /// Whether an item is enabled.
    case enableWhenExpression
    /// A rule, by its key.
    case constraint(String)
    /// A named value for other expressions.
    case variable(String)
    /// The smallest answer allowed.
    case minValue
    /// The largest answer allowed.
    case maxValue
  }

  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The expression cannot be read or worked out.
    case expression(FHIRPathError)
    /// The values depend on each other in a circle and do not come to rest.
    case circular
    /// The value worked out is of a type that the item cannot hold.
    case wrongType
  }

  /// The item; empty for an expression of the whole form.
  public var linkID: LinkID
  /// What the expression is for.
  public var role: Role
  /// What is wrong.
  public var problem: Problem
}
