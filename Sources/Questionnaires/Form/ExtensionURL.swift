/// The addresses of the extensions that kith reads.
public enum ExtensionURL {
  static let core = "http://hl7.org/fhir/StructureDefinition/"
  static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

  /// Where kith's own extensions live.
  public static let kith = "https://kith.example/StructureDefinition/"

  /// What becomes of an answer once it is given: `keep`, `ask` or `never`.
  public static let retention = kith + "retention"
  /// Why a question is asked, in one plain sentence.
  public static let why = kith + "why"
  /// The link id of the answer that names one repetition of a group.
  public static let itemLabel = kith + "itemLabel"
  /// What a form asks for before it is opened: `person`, when it works on a strain with somebody.
  public static let gate = kith + "gate"

  /// Whether all repetitions of a group are named before their details are asked.
  public static let namesFirst = kith + "namesFirst"
  /// A note of the person on a question, kept with the response.
  public static let note = kith + "note"
  /// Answers given to another version of a form that have no place in this one.
  public static let earlierAnswers = kith + "earlierAnswers"

  /// How an item is shown.
  public static let itemControl = core + "questionnaire-itemControl"
  /// Whether an item is never shown.
  public static let hidden = core + "questionnaire-hidden"
  /// The weight of a choice in a score.
  public static let itemWeight = core + "itemWeight"
  /// The older name of `itemWeight`.
  public static let ordinalValue = core + "ordinalValue"
  /// Smallest value allowed.
  public static let minValue = core + "minValue"
  /// Largest value allowed.
  public static let maxValue = core + "maxValue"
  /// Smallest quantity allowed.
  public static let minQuantity = sdc + "minQuantity"
  /// Largest quantity allowed.
  public static let maxQuantity = sdc + "maxQuantity"
  /// Smallest number of characters allowed.
  public static let minLength = core + "minLength"
  /// Largest number of digits after the point.
  public static let maxDecimalPlaces = core + "maxDecimalPlaces"
  /// The pattern the whole answer has to match.
  public static let regex = core + "regex"
  /// What an answer looks like, in words.
  public static let entryFormat = core + "entryFormat"
  /// Smallest number of answers or repetitions.
  public static let minOccurs = core + "questionnaire-minOccurs"
  /// Largest number of answers or repetitions.
  public static let maxOccurs = core + "questionnaire-maxOccurs"
  /// The steps of a slider.
  public static let sliderStepValue = core + "questionnaire-sliderStepValue"
  /// The unit of a number.
  public static let unit = core + "questionnaire-unit"
  /// One of the units a number can have.
  public static let unitOption = core + "questionnaire-unitOption"
  /// Which way choices run.
  public static let choiceOrientation = core + "questionnaire-choiceOrientation"
  /// What kind of text a display item is.
  public static let displayCategory = core + "questionnaire-displayCategory"
  /// Where more can be read about an item.
  public static let supportLink = core + "questionnaire-supportLink"
  /// When an item is shown: while it is filled in, afterwards, or both.
  public static let usageMode = core + "questionnaire-usageMode"
  /// A text with simple markup.
  public static let markdown = core + "rendering-markdown"
  /// A choice that goes with no other.
  public static let optionExclusive = core + "questionnaire-optionExclusive"
  /// What stands before a choice.
  public static let optionPrefix = core + "questionnaire-optionPrefix"
  /// A rule that answers have to fulfil.
  public static let constraint = core + "questionnaire-constraint"
  /// A rule that answers have to fulfil, under its newer name.
  public static let targetConstraint = core + "targetConstraint"
  /// A kind of attachment that is allowed.
  public static let mimeType = core + "mimeType"
  /// The largest attachment allowed.
  public static let maxSize = core + "maxSize"
  /// A type of resource that a reference may lead to.
  public static let referenceResource = core + "questionnaire-referenceResource"
  /// A text in another language.
  public static let translation = core + "translation"
  /// The address of an extension without which a form must not be shown.
  public static let criticalExtension = core + "rendering-criticalExtension"
  /// The same, as SDC names it.
  public static let sdcCriticalExtension =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-rendering-criticalExtension"
  /// A shorter text, for narrow screens.
  public static let shortText = sdc + "shortText"
  /// The invitation to answer in own words.
  public static let openLabel = sdc + "openLabel"
  /// How a value is worked out from others.
  public static let calculatedExpression = sdc + "calculatedExpression"
  /// How a first value is worked out.
  public static let initialExpression = sdc + "initialExpression"
  /// When an item is enabled, as an expression.
  public static let enableWhenExpression = sdc + "enableWhenExpression"
  /// A named expression for others to use.
  public static let variable = core + "variable"
}

extension JSONValue {
  /// The extensions at an address, on this element itself.
  func extensions(_ url: String) -> [JSONValue] {
    self["extension"]?.elements.filter { $0["url"]?.string == url } ?? []
  }

  /// The value of the first extension at an address.
  func extensionValue(_ url: String) -> JSONValue? {
    extensions(url).first?.object?.members.first { $0.key.hasPrefix("value") }?.value
  }
}

extension ExtensionURL {
  /// The extensions whose meaning kith keeps to, so that a form may insist on them.
  static let supported: Set = [
    retention, why, itemLabel, gate, namesFirst, itemControl, hidden, itemWeight, ordinalValue,
    minValue, maxValue, minQuantity, maxQuantity, minLength, maxDecimalPlaces, regex, entryFormat,
    minOccurs,
    maxOccurs, sliderStepValue, unit, unitOption, choiceOrientation, displayCategory, supportLink,
    usageMode, markdown, optionExclusive, optionPrefix, constraint, targetConstraint, shortText,
    openLabel, calculatedExpression, initialExpression, enableWhenExpression, variable,
    translation,
  ]
}
