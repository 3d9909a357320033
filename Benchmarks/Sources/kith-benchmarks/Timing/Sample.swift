/// Many runs of the same piece of work.
struct Sample {
  /// The runs, in the order they were made.
  var laps: [Lap] = []

  /// The middle of the times on the wall.
  var median: Duration { Self.median(laps.map(\.wall)) }

  /// The shortest time on the wall: what is left when nobody else uses the computer.
  var fastest: Duration { laps.map(\.wall).min() ?? .zero }

  /// The middle of the times that processors worked.
  var processor: Duration { Self.median(laps.map(\.processor)) }

  /// The value in the middle; the lower of two.
  static func median<Value: Comparable & AdditiveArithmetic>(_ values: [Value]) -> Value {
    values.isEmpty ? .zero : values.sorted()[(values.count - 1) / 2]
  }
}
