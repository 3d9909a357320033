/// A small seeded source of chance (SplitMix64), whose whole state is one number.
///
/// It lives in the dialogue's memory, so that a dialogue that is saved, copied or undone goes on
/// with the same throws.
public struct RandomSource: RandomNumberGenerator, Equatable, Codable, Sendable {
  private var state: UInt64

  /// Creates a source that always gives the same numbers for the same seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// Gives the next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
