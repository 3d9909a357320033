/// How one of several pieces of content that could come next is chosen.
public enum SaliencyStrategy: String, Codable, CaseIterable, Sendable {
  /// The first in source order.
  case first

  /// The one with the most conditions; the first of them in source order.
  case best

  /// The one seen least often; among those the one with the most conditions, then source order.
  case bestLeastRecentlySeen = "best_least_recently_seen"

  /// As the least recently seen, but a random one among equals.
  case randomBestLeastRecentlySeen = "random_best_least_recently_seen"
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
    }
  }
}

/// Content that may run, with what the choice depends on.
struct SalientContent: Equatable, Sendable {
  var id: String
  var complexity: Int
  var viewCount: Float
  /// The position of the content in its list of candidates.
  var index: Int

  func isFresher(than other: SalientContent) -> Bool {
    (viewCount, -complexity) < (other.viewCount, -other.complexity)
  }
}
