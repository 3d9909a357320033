import YarnRuntime

/// Where the choices of a trace come from.
public enum TraceChoices: Equatable, Sendable {
  /// Options in the order in which they are picked, counted from 1 among all that are offered.
  case picks([Int])

  /// A small generator: at every group of options it moves on by
  /// `s = s * 1664525 + 1013904223` in 32 bits, and takes the `(s >> 8) mod n`-th of the `n`
  /// available ones.
  case seed(UInt32)

  /// Reads choices as they are typed: `1,2,3`, or `r` and a seed; `nil` when it is neither.
  ///
  /// - Parameter text: What was typed.
  public init?(_ text: String) {
    if text.hasPrefix("r") {
      guard let seed = UInt32(text.dropFirst()) else { return nil }
      self = .seed(seed)
      return
    }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Int(part.filter { $0 != " " })
    }
    let picks = numbers.compactMap { $0 }
    guard picks.count == numbers.count, picks.allSatisfy({ $0 >= 0 }) else { return nil }
    self = .picks(picks)
  }

  /// What comes of asking for a choice.
  enum Pick: Equatable {
    /// This option, counted from 0, or none of them.
    case option(Int?)

    /// There are no picks left.
    case exhausted

    /// The pick is not among the available options, which are counted from 1.
    case unavailable(Int, available: [Int])
  }

  /// Chooses among options.
  ///
  /// Where nothing is available nothing can be picked, and only a 0 that is meant for the place
  /// is used up.
  mutating func pick(from options: [Option]) -> Pick {
    let available = options.filter(\.isAvailable).map(\.index)
    switch self {
    case .seed(let seed):
      let next = seed &* 1_664_525 &+ 1_013_904_223
      self = .seed(next)
      return .option(available.isEmpty ? nil : available[Int(next >> 8) % available.count])
    case .picks(let picks):
      if available.isEmpty {
        if picks.first == 0 { self = .picks(Array(picks.dropFirst())) }
        return .option(nil)
      }
      guard let pick = picks.first else { return .exhausted }
      guard available.contains(pick - 1) else {
        return .unavailable(pick, available: available.map { $0 + 1 })
      }
      self = .picks(Array(picks.dropFirst()))
      return .option(pick - 1)
    }
  }
}
