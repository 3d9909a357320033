import FoundationEssentials

/// A number with its unit.
public struct Quantity: Hashable, Codable, Sendable {
  /// The number.
  public var value: Decimal?
  /// A sign such as `<`, where the true number is only known to lie below or above.
  public var comparator: String?
  /// The unit in words.
  public var unit: String?
  /// The system the unit's code comes from.
  public var system: String?
  /// The code of the unit.
  public var code: String?

  /// Makes a quantity.
  public init(
    value: Decimal?, comparator: String? = nil, unit: String? = nil, system: String? = nil,
    code: String? = nil
  ) {
    self.value = value
    self.comparator = comparator
    self.unit = unit
    self.system = system
    self.code = code
  }

  /// Whether two quantities are measured in the same unit, so that their numbers can be compared.
  ///
  /// - Parameter other: The quantity to compare with.
  /// - Returns: `true` when the codes of the units are the same, or their words where none has a code.
  public func hasSameUnit(as other: Quantity) -> Bool {
    guard code == nil, other.code == nil else {
      return code == other.code && system == other.system
    }
    return unit == other.unit
  }
}
