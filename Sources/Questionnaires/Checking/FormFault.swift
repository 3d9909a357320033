/// A rule of FHIR, or of good sense, that a form breaks.
public struct FormFault: Equatable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The form cannot be used as it is.
    case error
    /// The form can be used, and may not do what its author thinks.
    case warning
  }

  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// An item has no link id.
    case missingLinkID
    /// Two items have the same link id (que-2).
    case duplicateLinkID
    /// The type cannot be asked at a console.
    case unsupportedType(String)
    /// The form or an item has a modifier extension, which could change its meaning.
    case modifierExtension
    /// A group holds nothing (que-1).
    case emptyGroup
    /// A text has something only questions have (que-3, que-6, que-8, que-9).
    case displayWithAnswerRules
    /// An item has both its own options and a value set (que-4).
    case twoSourcesOfOptions
    /// An item has both options and first values; `initialSelected` is meant (que-11).
    case initialBesideOptions
    /// An item has several first values but takes one answer (que-13).
    case severalInitialValues
    /// The choices are not in the form, and nothing is fetched.
    case remoteValueSet(String)
    /// An item has several conditions and does not say how they are joined (que-12).
    case missingEnableBehavior
    /// A condition cannot be read: its operator or its value is missing.
    case unreadableCondition
    /// A condition looks at an item that the form does not have.
    case unknownTarget(LinkID)
    /// A condition looks at the item itself or at one that it holds.
    case targetInside(LinkID)
    /// A condition looks at a group or a text.
    case targetIsNoQuestion(LinkID)
    /// `exists` is compared with something else than true or false (que-7).
    case existsWithoutBoolean(LinkID)
    /// A condition compares with a value of another type than the target's.
    case typeMismatch(LinkID)
    /// A condition compares with a choice that the target does not offer.
    case noSuchOption(LinkID)
    /// A condition looks into a repeating group that does not hold the item.
    case targetInRepeatingGroup(LinkID)
    /// A condition with `!=` looks at a target that may stay unanswered, which is disputed.
    case disputedInequality(LinkID)
    /// Conditions lead in a circle.
    case circularConditions
    /// The item has an expression that is not worked out; with the name of its extension.
    case expressionNotWorkedOut(String)
    /// The name of a repetition is asked by no item in the group.
    case unknownItemLabel(LinkID)
  }

  /// The item.
  public var linkID: LinkID
  /// What is wrong.
  public var problem: Problem

  /// Makes a fault.
  public init(linkID: LinkID, problem: Problem) {
    self.linkID = linkID
    self.problem = problem
  }

  /// How much it matters.
  public var severity: Severity {
    switch problem {
    case .remoteValueSet, .disputedInequality, .expressionNotWorkedOut: .warning
    default: .error
    }
  }
}

extension FormFault: CustomStringConvertible {
  /// The item and the fault in one line.
  public var description: String { "\(linkID): \(severity.rawValue): \(message)" }

  private var message: String {
    switch problem {
    case .missingLinkID: "an item has no linkId; give it one that is never used again"
    case .duplicateLinkID: "another item has the same linkId; rename one"
    case .unsupportedType(let code): "items of type ‘\(code)’ cannot be asked at a console"
    case .modifierExtension: "a modifierExtension changes the meaning in an unknown way"
    case .emptyGroup: "a group has to hold items; add some or take it out"
    case .displayWithAnswerRules:
      "a display item cannot be required, repeat, be read-only, or have first values or a code"
    case .twoSourcesOfOptions: "use answerOption or answerValueSet, not both"
    case .initialBesideOptions: "with answerOption, mark the first choice as initialSelected"
    case .severalInitialValues: "several first values need an item that repeats"
    case .remoteValueSet(let url):
      "the choices of \(url) are not in the form; put the value set under ‘contained’"
    case .missingEnableBehavior: "several conditions need an enableBehavior: all or any"
    case .unreadableCondition: "a condition needs a question, an operator and one answer value"
    case .unknownTarget(let target): "a condition looks at ‘\(target)’, which is not in the form"
    case .targetInside(let target): "a condition looks at ‘\(target)’, which the item itself holds"
    case .targetIsNoQuestion(let target): "a condition looks at ‘\(target)’, which takes no answer"
    case .existsWithoutBoolean(let target):
      "the condition on ‘\(target)’ needs answerBoolean, because its operator is ‘exists’"
    case .typeMismatch(let target):
      "the condition on ‘\(target)’ compares with another type than its answers have"
    case .noSuchOption(let target):
      "the condition on ‘\(target)’ compares with a choice that it does not offer"
    case .targetInRepeatingGroup(let target):
      "the condition on ‘\(target)’ looks into a group that repeats, so it is unclear which is meant"
    case .disputedInequality(let target):
      "‘!=’ on ‘\(target)’ is read in different ways while it is unanswered; use ‘=’ or require it"
    case .circularConditions: "the conditions lead back to the item itself"
    case .expressionNotWorkedOut(let name): "the \(name) is not worked out, so it has no effect"
    case .unknownItemLabel(let target): "itemLabel names ‘\(target)’, which the group does not hold"
    }
  }
}
