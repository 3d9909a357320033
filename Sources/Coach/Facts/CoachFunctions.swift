import Questionnaires
import YarnRuntime

extension SessionMachine {
  /// What scripts can ask about, as things stand.
  var facts: Facts {
    var entry = entry
    if let person = roster.currentForm { entry.forms.insert(person, at: 0) }
    return Facts(
      history: history, entry: entry, questionnaires: content.questionnaires,
      measures: content.measures, plans: content.plans, startedAt: draft.startedAt, roster: roster)
  }

  /// The functions that scripts can call, reading the newest facts.
  var library: Library { CoachFunctions.library(reading: facts) }
}

/// The functions that scripts can call, beside those of the language itself.
public enum CoachFunctions {
  /// The functions' names and types, for the compiler and for content checks.
  public static var signatures: [String: FunctionSignature] {
    let facts = Facts(
      history: History(), entry: Entry(), questionnaires: [:], measures: [:], plans: [],
      startedAt: LocalTime(epochSeconds: 0))
    let standard = Library().signatures
    return library(reading: facts).signatures.filter { standard[$0.key] == nil }
  }

  static func library(reading facts: Facts) -> Library {
    var library = Library()
    registerPerson(in: &library, facts)
    registerProgramme(in: &library, facts)
    registerAnswers(in: &library, facts)
    registerPeople(in: &library, facts)
    return library
  }

  private static func registerPerson(in library: inout Library, _ facts: Facts) {
    library.tell("name") { .string(facts.name) }
    library.tell("own_word") { .string(facts.ownWord) }
    library.tell("country") { .string(facts.country) }
    library.tell("time_of_day") { .string(facts.timeOfDay) }
    library.tell("last_step") { .string(facts.lastStep) }
    library.tell("has_step", .bool) { .bool(!facts.lastStep.isEmpty) }
    library.tell("last_mood", .number) { .number(Float(facts.lastMood)) }
    library.tell("mood_change", .number) { .number(Float(facts.moodChange)) }
  }

  private static func registerPeople(in library: inout Library, _ facts: Facts) {
    let roster = facts.roster
    library.tell("person") { .string(roster.current?.name ?? "") }
    library.tell("person_removed") { .string(roster.lastRemoved?.name ?? "") }
    library.tell("people_count", .number) { .number(Float(roster.present.count)) }
    library.tell("people_left", .number) { .number(Float(roster.places)) }
    library.tell("people_known_closely", .number) { .number(Float(facts.detailedCount)) }
  }

  private static func registerProgramme(in library: inout Library, _ facts: Facts) {
    library.tell("check_in_count", .number) { .number(Float(facts.history.checkIns.count)) }
    library.tell("days_since_check_in", .number) { .number(Float(facts.daysSinceCheckIn)) }
    library.tell("week", .number) { .number(Float(facts.week)) }
    library.tell("weeks_planned", .number) { .number(Float(facts.weekCount)) }
    library.tell("phase") { .string(facts.phase) }
    library.tell("focus") { .string(facts.focus) }
    library.look("reading_done", .bool) { .bool(facts.history.hasRead($0)) }
    library.look("measure_due", .bool) { .bool(facts.isDue($0)) }
    library.look("score", .number) { .number(Float(facts.score($0))) }
    library.look("last_score", .number) { .number(Float(facts.lastScore($0))) }
  }

  private static func registerAnswers(in library: inout Library, _ facts: Facts) {
    library.look("answered", .bool) {
      .bool(!facts.entry.answers(to: LinkID(rawValue: $0)).isEmpty)
    }
    library.look("answer", .string) { .string(facts.entry.text(LinkID(rawValue: $0)) ?? "") }
    library.look("number_of", .number) { .number(Float(facts.number(of: LinkID(rawValue: $0)))) }
  }
}

extension Library {
  fileprivate mutating func tell(
    _ name: String, _ type: ValueType = .string, _ value: @escaping @Sendable () -> Value
  ) {
    register(name, parameters: [], returns: type) { _ in value() }
  }

  fileprivate mutating func look(
    _ name: String, _ type: ValueType, _ value: @escaping @Sendable (String) -> Value
  ) {
    register(name, parameters: [.string], returns: type) { arguments in
      guard case .string(let key)? = arguments.first else { return value("") }
      return value(key)
    }
  }
}
