import Questionnaires
import YarnRuntime

/// Everything the coach says and asks, loaded and cross-checked, as one immutable value.
public struct ContentLibrary: Sendable {
  /// The identity of the content: a digest of its scripts and forms.
  public var identity: String

  /// The compiled scripts.
  public var program: Program

  /// The questionnaires by id, measures included.
  public var questionnaires: [String: Questionnaire]

  /// The measures by id.
  public var measures: [String: Measure]

  /// How programmes of each length are divided.
  public var plans: [Plan]

  /// Who can be reached in which country.
  public var helplines: HelplineDirectory

  /// Makes a library of parts that fit each other.
  public init(
    identity: String, program: Program, questionnaires: [String: Questionnaire],
    measures: [String: Measure], plans: [Plan], helplines: HelplineDirectory
  ) {
    self.identity = identity
    self.program = program
    self.questionnaires = questionnaires
    self.measures = measures
    self.plans = plans
    self.helplines = helplines
  }

  /// The readings, in the order of their titles.
  public var readings: [Reading] {
    program.nodes.values.compactMap(Reading.init).sorted { $0.title < $1.title }
  }
}
