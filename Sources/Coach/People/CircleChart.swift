import Questionnaires

/// Who sits in which circle, as facts; how it looks is for the screen to decide.
public struct CircleChart: Equatable, Sendable {
  /// Somebody in the picture.
  public struct Seat: Equatable, Sendable {
    /// What they are called.
    public var name: PrivateText
    /// What was said of them.
    public var portrait: Portrait
  }

  /// One part of the picture.
  public enum Part: Hashable, CaseIterable, Sendable {
    /// The inmost circle.
    case close
    /// The circle around it.
    case middle
    /// The circle at the edge.
    case outer
    /// Beyond the circles.
    case outside
    /// Those who have died.
    case gone
    /// Those who were not put anywhere yet.
    case unplaced
  }

  /// The people in each part, in the order in which they were named.
  public var parts: [Part: [Seat]]

  /// The day it shows; `nil` for now.
  public var day: CalendarDay?

  /// Draws people as they are now, or as they were at the end of a day.
  public init(_ people: [Person], on day: CalendarDay? = nil) {
    self.init(people.compactMap { person in day.map { person.portrait(on: $0) } ?? person.now })
    self.day = day
  }

  /// Draws what was said of people.
  init(_ portraits: [Portrait]) {
    parts = Dictionary(grouping: portraits.map { Seat(name: $0.name, portrait: $0) }) {
      Part($0.portrait)
    }
  }

  /// How many people there are.
  public var count: Int { parts.values.reduce(0) { $0 + $1.count } }
}

extension CircleChart.Part {
  fileprivate init(_ portrait: Portrait) {
    guard portrait.standing != .died else {
      self = .gone
      return
    }
    switch portrait.circle {
    case .close: self = .close
    case .middle: self = .middle
    case .outer: self = .outer
    case .outside: self = .outside
    case nil: self = portrait.standing == .apart ? .outside : .unplaced
    }
  }
}
