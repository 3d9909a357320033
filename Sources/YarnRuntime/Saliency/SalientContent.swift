/// Content that may run, with what the choice depends on.
struct SalientContent: Equatable, Sendable {
  var id: String
  var complexity: Int
  var viewCount: Float

  /// The position of the content in its list of candidates.
  var index: Int

  /// How well it fits; `nil` unless the strategy asks for it.
  var score: SaliencyScore?

  func isFresher(than other: SalientContent) -> Bool {
    (viewCount, -complexity) < (other.viewCount, -other.complexity)
  }

  func fits(betterThan other: SalientContent) -> Bool {
    (score?.total ?? 0) > (other.score?.total ?? 0)
  }
}

extension SaliencyStrategy {
  /// Picks one of the candidates that may run.
  func choose(
    _ candidates: [SalientContent], random: inout RandomSource
  ) -> SalientContent? {
    guard var chosen = candidates.first else { return nil }
    switch self {
    case .first:
      return chosen
    case .best:
      for other in candidates where other.complexity > chosen.complexity { chosen = other }
      return chosen
    case .bestLeastRecentlySeen:
      for other in candidates where other.isFresher(than: chosen) { chosen = other }
      return chosen
    case .randomBestLeastRecentlySeen:
      for other in candidates where other.isFresher(than: chosen) { chosen = other }
      let equals = candidates.filter { !chosen.isFresher(than: $0) }
      return equals.randomElement(using: &random)
    case .fitting:
      for other in candidates where other.fits(betterThan: chosen) { chosen = other }
      return chosen
    }
  }
}
