extension FormFault {
  /// The code for programs: `que-0` to `que-13` for invariants of FHIR, words for the rest.
  public var code: String {
    switch problem {
    case .invalidName: "que-0"
    case .emptyGroup, .displayWithItems: "que-1"
    case .duplicateLinkID: "que-2"
    case .displayWith(let member):
      ["code": "que-3", "readOnly": "que-9", "initial": "que-8"][member] ?? "que-6"
    case .initialOnGroup: "que-8"
    case .twoSourcesOfOptions: "que-4"
    case .optionsOnType: "que-5"
    case .existsWithoutBoolean: "que-7"
    case .maxLengthOnType: "que-10"
    case .initialBesideOptions: "que-11"
    case .missingEnableBehavior: "que-12"
    case .severalInitialValues: "que-13"
    default: word
    }
  }

  private var word: String {
    switch problem {
    case .missingLinkID: "missing-link-id"
    case .missingType, .unsupportedType, .unaskableType: "type"
    case .unknownStatus: "status"
    case .modifierExtension: "modifier-extension"
    case .criticalExtension: "critical-extension"
    case .noOptions: "no-options"
    case .repeatedOption: "repeated-option"
    case .unfittingValue: "value-type"
    case .impossibleLimits: "limits"
    case .invalidPattern, .slowPattern: "regex"
    case .remoteValueSet, .missingValueSet: "value-set"
    case .conditionsBesideExpression: "two-conditions"
    case .unreadableCondition: "condition"
    case .unknownTarget: "unknown-target"
    case .targetInside: "target-inside"
    case .targetIsNoQuestion: "target-no-question"
    case .typeMismatch: "condition-type"
    case .noSuchOption: "condition-option"
    case .targetInRepeatingGroup: "target-repeats"
    case .disputedInequality: "not-equal"
    case .partialDate: "partial-date"
    case .circularConditions: "circular"
    case .expression: "expression"
    case .unknownItemLabel, .misplacedItemLabel: "item-label"
    default: "form"
    }
  }

  /// What is wrong and what to do, without the item.
  public var message: String {
    switch problem {
    case .missingLinkID: "an item has no linkId; give it one that is never used again"
    case .missingType: "an item has no type"
    case .unknownStatus: "the status has to be draft, active, retired or unknown"
    case .invalidName: "the name begins with a capital and has letters, digits and _ only"
    case .duplicateLinkID: "another item has the same linkId; rename one"
    case .unsupportedType(let code): "there is no type ‘\(code)’ in FHIR R4"
    case .unaskableType(let code):
      "items of type ‘\(code)’ cannot be asked at a console; answers that are there are kept"
    case .modifierExtension(let url):
      "the modifierExtension \(url) changes the meaning in a way that kith does not know"
    case .criticalExtension(let url):
      "the form must not be shown without \(url), which kith does not know"
    case .emptyGroup: "a group has to hold items; add some or take it out"
    case .displayWithItems: "a display item cannot hold items; use a group"
    case .displayWith(let member): "a display item cannot have ‘\(member)’; take it out"
    case .initialOnGroup: "a group cannot have a first value; give it to a question"
    case .twoSourcesOfOptions: "use answerOption or answerValueSet, not both"
    case .optionsOnType(let type): "items of type ‘\(type)’ cannot have options; use choice"
    case .noOptions: "a choice without options is asked as free text; add answerOption"
    case .maxLengthOnType(let type): "items of type ‘\(type)’ cannot have a maxLength"
    case .initialBesideOptions: "with answerOption, mark the first choice as initialSelected"
    case .severalInitialValues: "several first values need an item that repeats"
    case .repeatedOption: "two options are the same; keep one"
    case .unfittingValue(let member): "‘\(member)’ has a value that the item cannot have"
    case .impossibleLimits(let words): "\(words), so that no answer is possible"
    case .invalidPattern: "the regex cannot be read"
    case .slowPattern:
      "the regex repeats a repetition, so it is tried on answers of up to "
        + "\(TextPattern.shortLength) bytes only"
    case .remoteValueSet(let url):
      "the choices of \(url) are not in the form, so it is asked as free text; put the value set "
        + "under ‘contained’"
    case .missingValueSet(let reference):
      "there is no value set ‘\(reference)’ under ‘contained’"
    default: conditionMessage
    }
  }

  private var conditionMessage: String {
    switch problem {
    case .missingEnableBehavior: "several conditions need an enableBehavior: all or any"
    case .conditionsBesideExpression:
      "with enableWhenExpression, enableWhen has no effect; keep one of them"
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
    case .partialDate(let target):
      "the condition on ‘\(target)’ compares with a part of a date; name the day"
    case .circularConditions: "the conditions lead back to the item itself"
    case .expression(let words): words
    case .unknownItemLabel(let target): "itemLabel names ‘\(target)’, which the group does not hold"
    case .misplacedItemLabel:
      "itemLabel belongs to a group; it names the linkId of the question in it that tells one "
        + "repetition from another"
    default: ""
    }
  }
}
