import FoundationEssentials

/// Where random choices and new names come from.
struct Chance {
  /// The seed for a sitting.
  var seed: () -> UInt64

  /// A new random UUID, in small letters.
  var identifier: () -> String

  /// The system's own randomness, or a fixed seed where the person asked for one.
  static func live(seed: UInt64?) -> Chance {
    Chance(
      seed: { seed ?? UInt64.random(in: .min ... .max) },
      identifier: { UUID().uuidString.lowercased() })
  }
}
