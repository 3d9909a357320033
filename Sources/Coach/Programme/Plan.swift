/// How the weeks of a programme are divided into phases.
public struct Plan: Equatable, Sendable {
  /// A phase of the programme.
  public enum Phase: String, Sendable {
    /// Getting to know the mood and the people, and choosing a focus.
    case initial
    /// Working on the focus.
    case middle
    /// Looking back, and ahead.
    case ending
  }

  /// The name of the plan, such as `ipt-12`.
  public var id: String
  /// The last week of the initial phase.
  public var lastInitialWeek: Int
  /// The last week of the middle phase.
  public var lastMiddleWeek: Int
  /// How many weeks the plan lasts.
  public var weekCount: Int

  /// Makes a plan.
  public init(id: String, lastInitialWeek: Int, lastMiddleWeek: Int, weekCount: Int) {
    self.id = id
    self.lastInitialWeek = lastInitialWeek
    self.lastMiddleWeek = lastMiddleWeek
    self.weekCount = weekCount
  }

  /// The phase that a week, counted from 1, belongs to.
  public func phase(in week: Int) -> Phase {
    week <= lastInitialWeek ? .initial : week <= lastMiddleWeek ? .middle : .ending
  }
}
