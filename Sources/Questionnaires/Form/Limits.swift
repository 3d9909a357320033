import FoundationEssentials

/// What an answer has to keep to.
public struct Limits: Equatable, Sendable {
  /// The smallest answer allowed.
  public var minimum: AnswerValue?
  /// The largest answer allowed.
  public var maximum: AnswerValue?
  /// The smallest number of characters allowed.
  public var minLength: Int?
  /// The largest number of characters allowed.
  public var maxLength: Int?
  /// The largest number of digits after the point.
  public var maxDecimalPlaces: Int?
  /// The pattern that the whole answer has to match.
  public var pattern: String?
  /// What an answer looks like, in words.
  public var entryFormat: String?
  /// The smallest number of answers or repetitions; counts only where an answer is required.
  public var minOccurs: Int?
  /// The largest number of answers or repetitions.
  public var maxOccurs: Int?
  /// The units a quantity may have; empty where any will do.
  public var units: [Coding] = []

  /// The kinds of attachment allowed, such as `image/png`; empty where any will do.
  public var mimeTypes: [String] = []
  /// The largest attachment allowed, in bytes.
  public var maxSize: Decimal?
  /// The types of resource that a reference may lead to; empty where any will do.
  public var resourceTypes: [String] = []

  /// Makes limits that allow everything.
  public init() {}

  /// Reads the limits of an item.
  init(_ json: JSONValue) {
    func value(_ url: String) -> AnswerValue? {
      json.extensions(url).first.flatMap { AnswerValue("value", in: $0) }
    }
    func integer(_ url: String) -> Int? { json.extensionValue(url)?.integer }
    minimum = value(ExtensionURL.minValue) ?? value(ExtensionURL.minQuantity)
    maximum = value(ExtensionURL.maxValue) ?? value(ExtensionURL.maxQuantity)
    minLength = integer(ExtensionURL.minLength)
    maxLength = json["maxLength"]?.integer
    maxDecimalPlaces = integer(ExtensionURL.maxDecimalPlaces)
    pattern = json.extensionValue(ExtensionURL.regex)?.string
    entryFormat = json.extensionValue(ExtensionURL.entryFormat)?.string
    minOccurs = integer(ExtensionURL.minOccurs)
    maxOccurs = integer(ExtensionURL.maxOccurs)
    mimeTypes = json.extensions(ExtensionURL.mimeType).compactMap { $0["valueCode"]?.string }
    maxSize = json.extensionValue(ExtensionURL.maxSize)?.decimal
    resourceTypes = json.extensions(ExtensionURL.referenceResource).compactMap {
      $0["valueCode"]?.string
    }
    units = json.extensions(ExtensionURL.unitOption).compactMap {
      $0["valueCoding"].map(Coding.init)
    }
  }
}
