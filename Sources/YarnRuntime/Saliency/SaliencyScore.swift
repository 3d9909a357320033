/// Why content was or was not chosen: its points, aspect by aspect.
public struct SaliencyScore: Equatable, Sendable {
  /// What content is judged by.
  public enum Aspect: String, CaseIterable, Sendable {
    /// The part of the course it is made for.
    case phase

    /// The subject it is made for.
    case focus

    /// How deep it goes.
    case depth

    /// How long ago it was last chosen.
    case recency

    /// How often it was chosen.
    case views

    /// How many conditions it has.
    case conditions
  }

  /// The points for one aspect.
  public struct Part: Equatable, Sendable {
    /// What the points are for.
    public var aspect: Aspect

    /// The points; below zero where the content is made for something else.
    public var points: Double
  }

  /// The points for every aspect, in the order of ``Aspect``.
  public var parts: [Part]

  /// The sum of the points.
  public var total: Double { parts.reduce(0) { $0 + $1.points } }
}

extension SaliencyScore: CustomStringConvertible {
  /// The sum and the parts that it is made of, such as `10.5: phase 8.0, focus 2.0, views 0.5`.
  public var description: String {
    let told = parts.filter { $0.points != 0 }.map { "\($0.aspect) \(Self.rounded($0.points))" }
    return "\(Self.rounded(total)): " + (told.isEmpty ? "nothing" : told.joined(separator: ", "))
  }

  private static func rounded(_ points: Double) -> Double { (points * 100).rounded() / 100 }
}

extension SaliencyScore {
  /// What is known of a piece of content.
  struct Facts {
    var complexity: Int
    var viewCount: Float

    /// How many other choices were made since; `nil` when it was never chosen.
    var choicesAgo: Float?
    var header: (String) -> String?
  }

  /// The choices after which half of the points for recency have come back.
  static var halfRested: Double { 4 }

  init(_ facts: Facts, in situation: Situation, _ weights: SaliencyWeights) {
    let focus = Self.fit(facts.header("focus"), situation.focuses)
    let depth = Self.depthFit(facts.header("depth"), situation.depth, weights.depths)
    let ago = facts.choicesAgo.map(Double.init)
    parts = [
      Part(
        aspect: .phase,
        points: weights.phase * Self.fit(facts.header("phase"), situation.phase.map { [$0] } ?? [])),
      Part(aspect: .focus, points: weights.focus * focus),
      Part(aspect: .depth, points: weights.depth * depth),
      Part(
        aspect: .recency, points: weights.recency * (ago.map { $0 / ($0 + Self.halfRested) } ?? 1)),
      Part(aspect: .views, points: weights.views / (1 + Double(max(0, facts.viewCount)))),
      Part(aspect: .conditions, points: weights.conditions * Double(facts.complexity)),
    ]
  }

  /// From -1 (made for something else) over 0 (for anything) to 1 (for just this).
  private static func fit(_ header: String?, _ wanted: [String]) -> Double {
    let words = words(header)
    guard !wanted.isEmpty, !words.isEmpty else { return 0 }
    if let place = wanted.firstIndex(where: words.contains) { return 1 / Double(place + 1) }
    return words.contains("any") ? 0 : -1
  }

  private static func depthFit(_ header: String?, _ wanted: String?, _ depths: [String]) -> Double {
    let places = words(header).compactMap { depths.firstIndex(of: $0) }
    guard let wanted = wanted.flatMap({ depths.firstIndex(of: $0) }), depths.count > 1,
      let distance = places.map({ abs($0 - wanted) }).min()
    else { return 0 }
    return 1 - 2 * Double(distance) / Double(depths.count - 1)
  }

  private static func words(_ header: String?) -> [String] {
    (header ?? "").split { $0 == "|" || $0 == "," || $0.isWhitespace }.map(String.init)
  }
}
