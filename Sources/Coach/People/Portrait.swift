import Questionnaires

/// What was said of somebody up to the end of one sitting.
public struct Portrait: Equatable, Sendable {
  /// How near somebody sits.
  public enum Circle: String, CaseIterable, Sendable {
    /// Those who would be missed at once.
    case close
    /// Those who matter and are not as near.
    case middle
    /// Those at the edge.
    case outer
    /// Those who are hardly met, or not at all.
    case outside
  }

  /// Whether the tie is a living one; each is as normal as the others.
  public enum Standing: Equatable, Sendable {
    /// The two are in touch in some way.
    case inTouch
    /// The two have lost touch, or broken it off.
    case apart
    /// They have died.
    case died
  }

  /// Where somebody is wanted to be in a few months.
  public enum Wish: String, Sendable {
    /// Nearer than now.
    case closer
    /// Further away than now.
    case further
  }

  /// When the sitting began that it was said in.
  public var at: LocalTime

  /// The answers, as a FHIR resource.
  public var response: QuestionnaireResponse

  /// Reads a filled form.
  ///
  /// - Parameters:
  ///   - response: The answers; when they were given stands in them.
  ///   - time: When they were given where they do not say.
  public init(_ response: QuestionnaireResponse, at time: LocalTime) {
    self.response = response
    at = response.authored.flatMap { LocalTime($0) } ?? time
  }

  /// What they are called.
  public var name: PrivateText { PrivateText(text("inv.name") ?? "") }

  /// Which circle they were put in; `nil` when they were not.
  public var circle: Circle? { text("circ.ring").flatMap(Circle.init) }

  /// Where they are wanted to be; `nil` where they are, or when nothing was said.
  public var wish: Wish? { text("circ.want").flatMap(Wish.init) }

  /// Whether the tie is a living one.
  public var standing: Standing {
    switch (text("inv.live"), text("inv.often")) {
    case ("died"?, _): .died
    case ("apart"?, _), (_, "never"?): .apart
    default: .inTouch
    }
  }

  /// Whether most or some things can be told to them.
  public var isConfidedIn: Bool { ["most", "some"].contains(text("inv.confide")) }

  /// Whether there is tension now with somebody who matters, or so much that it counts anyway.
  public var isTense: Bool { number("inv.tension") ?? 0 >= 5 }

  /// Whether more was said than who they are and where they sit.
  public var isDetailed: Bool {
    response.items.contains { item in
      !item.answers.isEmpty && !Self.outline.contains(item.linkID)
    }
  }

  /// Whether anything was said beyond the name.
  public var isPlaced: Bool {
    response.items.contains { !$0.answers.isEmpty && $0.linkID != "inv.name" }
  }

  /// The items of the first round, in which everybody is named and put in a circle.
  static let outline: Set<LinkID> = ["inv.name", "inv.kin", "inv.live", "circ.ring"]

  /// The code chosen, or the words written, in answer to an item.
  public func text(_ item: LinkID) -> String? {
    response.answers(to: item).first?.scriptText
  }

  private func number(_ item: LinkID) -> Int? {
    guard case .integer(let number)? = response.answers(to: item).first else { return nil }
    return number
  }

  /// A name without case and outer spaces, to compare names by.
  static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Portrait {
  /// One answer that is not what it was.
  public struct Change: Equatable, Sendable {
    /// The item.
    public var item: LinkID
    /// The answers before; none when there were none.
    public var before: [AnswerValue]
    /// The answers since; none when they were taken back.
    public var after: [AnswerValue]
  }

  /// The answers that differ from those of an earlier portrait.
  ///
  /// - Parameter earlier: What was said before; `nil` when nothing was.
  /// - Returns: One change an item, in the order of the form.
  public func changes(since earlier: Portrait?) -> [Change] {
    let before = earlier?.response.items ?? []
    var items = response.items.map(\.linkID)
    items += before.map(\.linkID).filter { !items.contains($0) }
    return items.compactMap { item in
      let old = earlier?.response.answers(to: item) ?? []
      let new = response.answers(to: item)
      return old == new ? nil : Change(item: item, before: old, after: new)
    }
  }
}
