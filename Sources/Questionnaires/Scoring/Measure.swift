/// What is known of a measure besides its form: how it is scored, read and repeated.
public struct Measure: Codable, Equatable, Sendable {
  /// Which way is better.
  public enum Direction: String, Codable, Sendable {
    /// A lower score is better.
    case lowerIsBetter = "lower-is-better"
    /// A higher score is better.
    case higherIsBetter = "higher-is-better"
  }

  /// A stretch of scores with a name.
  public struct Band: Codable, Equatable, Sendable {
    /// The lowest score in it.
    public var from: Int
    /// The highest score in it.
    public var to: Int
    /// Its name for programs.
    public var code: String
    /// Its name as published.
    public var label: String

    /// Makes a band.
    public init(from: Int, to: Int, code: String, label: String) {
      self.from = from
      self.to = to
      self.code = code
      self.label = label
    }
  }

  /// How far a score has to move before the move means something.
  public struct ReliableChange: Codable, Equatable, Sendable {
    /// The number of points.
    public var points: Int
    /// Where the number comes from.
    public var source: String

    /// Makes a rule.
    public init(points: Int, source: String) {
      self.points = points
      self.source = source
    }
  }

  /// A question whose answer calls for care, whatever the score.
  public struct SafetyItem: Codable, Equatable, Sendable {
    /// The question.
    public var linkID: LinkID
    /// The highest number of points that calls for nothing.
    public var above: Int

    /// Makes a rule.
    public init(linkID: LinkID, above: Int) {
      self.linkID = linkID
      self.above = above
    }
  }

  /// Which way a score has moved.
  public enum Change: String, Codable, Sendable {
    /// It is better by as much as counts.
    case better
    /// It moved less than counts.
    case same
    /// It is worse by as much as counts.
    case worse
  }

  /// The measure's name for programs.
  public var id: String
  /// The measure's name for people.
  public var title: String
  /// The address of its form.
  public var questionnaire: String
  /// The item that holds the score in a response.
  public var score: LinkID
  /// The questions that count.
  public var items: [LinkID]
  /// The lowest possible score.
  public var lowest: Int
  /// The highest possible score.
  public var highest: Int
  /// Which way is better.
  public var direction: Direction
  /// The bands, from low to high.
  public var bands: [Band]
  /// How far a score has to move before the move means something; `nil` where no source says.
  public var reliableChange: ReliableChange?
  /// How many days lie between two uses.
  public var intervalDays: Int
  /// How many days its questions look back.
  public var recallDays: Int
  /// The question that calls for care; `nil` where none does.
  public var safety: SafetyItem?
  /// Where the measure was published.
  public var citation: String
  /// What its owners allow.
  public var licence: String

  /// Makes a measure.
  public init(
    id: String, title: String, questionnaire: String, score: LinkID, items: [LinkID],
    lowest: Int, highest: Int, direction: Direction, bands: [Band],
    reliableChange: ReliableChange? = nil, intervalDays: Int, recallDays: Int,
    safety: SafetyItem? = nil, citation: String, licence: String
  ) {
    self.id = id
    self.title = title
    self.questionnaire = questionnaire
    self.score = score
    self.items = items
    self.lowest = lowest
    self.highest = highest
    self.direction = direction
    self.bands = bands
    self.reliableChange = reliableChange
    self.intervalDays = intervalDays
    self.recallDays = recallDays
    self.safety = safety
    self.citation = citation
    self.licence = licence
  }
}
