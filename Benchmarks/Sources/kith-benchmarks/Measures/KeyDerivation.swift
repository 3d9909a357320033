import Age

/// How long the derivation of a key from the passphrase takes: slow on purpose, so without target.
struct KeyDerivation {
  /// The work factors in everyday use.
  static let factors = [17, 18]

  /// Measures each factor.
  ///
  /// - Throws: `AgeError` when there is not enough memory.
  func rows() throws -> [Row] {
    try Self.factors.map { factor in
      let laps = try (0..<7).map { _ in
        try Lap.timing { try Passphrase.rehearse(workFactor: factor) }.1
      }
      return Row("key derivation, 2^\(factor)", Sample(laps: laps))
    }
  }
}
