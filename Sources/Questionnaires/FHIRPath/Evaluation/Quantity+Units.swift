import FoundationEssentials

extension Quantity {
  /// The units that are a fixed number of another one: the other one, and how many.
  private static let units: [String: (unit: String, factor: Decimal)] = [
    "kg": ("g", 1000), "mg": ("g", Decimal(sign: .plus, exponent: -3, significand: 1)),
    "ug": ("g", Decimal(sign: .plus, exponent: -6, significand: 1)),
    "km": ("m", 1000), "cm": ("m", Decimal(sign: .plus, exponent: -2, significand: 1)),
    "mm": ("m", Decimal(sign: .plus, exponent: -3, significand: 1)),
    "[in_i]": ("m", Decimal(sign: .plus, exponent: -4, significand: 254)),
    "[ft_i]": ("m", Decimal(sign: .plus, exponent: -4, significand: 3048)),
    "[lb_av]": ("g", Decimal(sign: .plus, exponent: -5, significand: 45_359_237)),
    "mL": ("L", Decimal(sign: .plus, exponent: -3, significand: 1)),
    "dL": ("L", Decimal(sign: .plus, exponent: -1, significand: 1)),
    "week": ("day", 7), "hour": ("minute", 60), "second": ("millisecond", 1000),
    "year": ("month", 12),
  ]

  /// The unit and amount, in a unit that others of its kind are also told in.
  private var normal: (unit: String, value: Decimal)? {
    guard let value, comparator == nil else { return nil }
    let named = code ?? unit ?? "1"
    let name = FHIRPathMoment.Unit(named)?.rawValue ?? named
    guard let known = Self.units[name] else { return (name, value) }
    return (known.unit, value * known.factor)
  }

  /// Both amounts in the same unit; `nil` where the units do not go together.
  func inSameUnit(as other: Quantity) -> (Decimal, Decimal)? {
    guard let left = normal, let right = other.normal, left.unit == right.unit else { return nil }
    return (left.value, right.value)
  }

  /// Whether two amounts are the same; `nil` where the units do not go together.
  func isEqual(to other: Quantity) -> Bool? {
    guard let (left, right) = inSameUnit(as: other) else { return self == other ? true : nil }
    return left == right
  }
}
