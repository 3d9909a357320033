import Questionnaires

/// A key of the YAML form that stands for a longer piece of FHIR.
///
/// The names are those of the extensions they stand for. Expanding one needs nothing but the item
/// it stands on, so the FHIR form can always be written out.
enum ShortKey: String, CaseIterable {
  case hidden, itemControl, minValue, maxValue, minLength, regex, entryFormat, minOccurs, maxOccurs
  case maxDecimalPlaces, sliderStepValue, unit, calculatedExpression, initialExpression
  case enableWhenExpression, variable, constraint, openLabel, itemLabel, retention, why
  case help, lower, upper
  case weight, optionExclusive
  case gate

  /// The short keys that may stand in an element of a type.
  static func allowed(in type: String) -> [ShortKey] {
    switch type {
    case "Questionnaire": [.gate]
    case "Item": allCases.filter { ![.weight, .optionExclusive, .gate].contains($0) }
    case "AnswerOption": [.weight, .optionExclusive]
    case "Concept", "Coding": [.weight]
    default: []
    }
  }

  /// The address of the extension; `nil` for the texts that become items of their own.
  var url: String? {
    switch self {
    case .hidden: ExtensionURL.hidden
    case .itemControl: ExtensionURL.itemControl
    case .minValue: ExtensionURL.minValue
    case .maxValue: ExtensionURL.maxValue
    case .minLength: ExtensionURL.minLength
    case .regex: ExtensionURL.regex
    case .entryFormat: ExtensionURL.entryFormat
    case .minOccurs: ExtensionURL.minOccurs
    case .maxOccurs: ExtensionURL.maxOccurs
    case .maxDecimalPlaces: ExtensionURL.maxDecimalPlaces
    case .sliderStepValue: ExtensionURL.sliderStepValue
    case .unit: ExtensionURL.unit
    case .calculatedExpression: ExtensionURL.calculatedExpression
    case .initialExpression: ExtensionURL.initialExpression
    case .enableWhenExpression: ExtensionURL.enableWhenExpression
    case .variable: ExtensionURL.variable
    case .constraint: ExtensionURL.constraint
    case .openLabel: ExtensionURL.openLabel
    case .itemLabel: ExtensionURL.itemLabel
    case .retention: ExtensionURL.retention
    case .why: ExtensionURL.why
    case .gate: ExtensionURL.gate
    case .weight: ExtensionURL.itemWeight
    case .optionExclusive: ExtensionURL.optionExclusive
    case .help, .lower, .upper: nil
    }
  }

  /// The element of the extension that a single value becomes, for those that are one.
  ///
  /// - Parameter type: The type of the item, which limits take over.
  /// - Returns: `nil` where the key does not fit the item.
  func valueType(forItemOf type: String) -> (name: String, scalar: ScalarType)? {
    switch self {
    case .hidden, .optionExclusive: ("Boolean", .boolean)
    case .minLength, .minOccurs, .maxOccurs, .maxDecimalPlaces, .sliderStepValue:
      ("Integer", .integer)
    case .weight: ("Decimal", .decimal)
    case .regex, .entryFormat, .openLabel, .itemLabel, .why: ("String", .string)
    case .retention, .gate: ("Code", .string)
    case .minValue, .maxValue: limitType(forItemOf: type)
    case .itemControl, .unit, .calculatedExpression, .initialExpression, .enableWhenExpression,
      .variable, .constraint, .help, .lower, .upper:
      nil
    }
  }

  private func limitType(forItemOf type: String) -> (name: String, scalar: ScalarType)? {
    switch type {
    case "integer": ("Integer", .integer)
    case "decimal": ("Decimal", .decimal)
    case "date": ("Date", .date)
    case "dateTime": ("DateTime", .dateTime)
    case "time": ("Time", .time)
    default: nil
    }
  }
}
