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
    /// An item has no type.
    case missingType
    /// The form has no status that FHIR knows.
    case unknownStatus
    /// The form's name is no name for programs (que-0).
    case invalidName
    /// Two items have the same link id (que-2).
    case duplicateLinkID
    /// The type is none of FHIR.
    case unsupportedType(String)
    /// The type is one of FHIR that cannot be asked at a console.
    case unaskableType(String)
    /// The form or an item has a modifier extension, which could change its meaning.
    case modifierExtension(String)
    /// The form must not be shown without an extension that kith does not know.
    case criticalExtension(String)
    /// A group holds nothing (que-1).
    case emptyGroup
    /// A text holds items (que-1).
    case displayWithItems
    /// A text has something only questions have (que-3, que-6, que-8, que-9); its name.
    case displayWith(String)
    /// A group has a first value (que-8).
    case initialOnGroup
    /// An item has both its own options and a value set (que-4).
    case twoSourcesOfOptions
    /// An item of a type that takes no options has some (que-5).
    case optionsOnType(String)
    /// A choice has neither options nor a value set.
    case noOptions
    /// A length is limited where there is none (que-10).
    case maxLengthOnType(String)
    /// An item has both options and first values; `initialSelected` is meant (que-11).
    case initialBesideOptions
    /// An item has several first values but takes one answer (que-13).
    case severalInitialValues
    /// Two options of an item are the same.
    case repeatedOption
    /// An option or a first value cannot be read, or is of another type than the item.
    case unfittingValue(String)
    /// The smallest of something is larger than the largest; its name.
    case impossibleLimits(String)
    /// A pattern cannot be read.
    case invalidPattern
    /// A pattern has repetitions in one another, so that trying it can take for ever.
    case slowPattern
    /// The choices are not in the form, and nothing is fetched.
    case remoteValueSet(String)
    /// The choices are said to be in the form, and are not.
    case missingValueSet(String)
    /// An item has several conditions and does not say how they are joined (que-12).
    case missingEnableBehavior
    /// An item has conditions and an expression; the expression counts.
    case conditionsBesideExpression
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
    /// A condition compares with a date of which only a part is given.
    case partialDate(LinkID)
    /// Conditions lead in a circle.
    case circularConditions
    /// An expression cannot be read; with what it is for and what is wrong.
    case expression(String)
    /// The name of a repetition is asked by no item in the group.
    case unknownItemLabel(LinkID)
    /// The name of a repetition stands on a question, or names no item at all.
    case misplacedItemLabel
  }

  /// The item; empty for the form itself.
  public var linkID: LinkID
  /// What is wrong.
  public var problem: Problem
  /// The place in the form, such as `item[0].item[2]`; empty for the form itself.
  public var path: String

  /// Makes a fault.
  public init(linkID: LinkID, problem: Problem, path: String = "") {
    self.linkID = linkID
    self.problem = problem
    self.path = path
  }

  /// How much it matters.
  public var severity: Severity {
    switch problem {
    case .remoteValueSet, .disputedInequality, .conditionsBesideExpression, .partialDate,
      .noOptions, .invalidName, .repeatedOption, .unaskableType,
      .slowPattern:
      .warning
    default: .error
    }
  }

  /// Whether a form with this fault cannot be filled in at all.
  public var isRefusal: Bool {
    switch problem {
    case .modifierExtension, .criticalExtension, .circularConditions: true
    default: false
    }
  }
}

extension FormFault: CustomStringConvertible {
  /// The item and the fault in one line.
  public var description: String {
    (linkID.rawValue.isEmpty ? "" : "\(linkID): ") + "\(severity.rawValue): \(message)"
  }
}
