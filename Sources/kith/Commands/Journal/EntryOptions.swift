import ArgumentParser
import Coach
import YarnCompiler

/// The options by which entries are chosen.
struct EntryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this kind, such as check-in or note; may be repeated."))
  var kind: [String] = []

  @Option(help: ArgumentHelp("Only entries filed under this word; may be repeated."))
  var tag: [String] = []

  @Option(help: ArgumentHelp("Only entries that speak of this person.", valueName: "name"))
  var person: [String] = []

  @Option(help: ArgumentHelp("Only from this day on, such as 2026-10 or 'last week'."))
  var since: String?

  @Option(help: ArgumentHelp("Only up to this day.", valueName: "date"))
  var until: String?

  /// The filter that was asked for.
  ///
  /// - Parameters:
  ///   - days: Days that were named in another way.
  ///   - today: The day by which words such as `yesterday` are understood.
  /// - Returns: The filter.
  /// - Throws: ``Failure`` for a kind, a tag or a date that is none.
  func filter(days: DaySpan = .always, today: CalendarDay) throws -> EntryFilter {
    let kinds = try kind.map { name in
      guard let kind = Record.Kind(named: name) else { throw Failure(unknownKind: name) }
      return kind
    }
    let tags = try tag.map { word in
      guard let tag = Tag(word) else { throw Failure.badTag }
      return tag
    }
    let first = try since.map { try Failure.checking($0, today: today).first }
    let last = try until.map { try Failure.checking($0, today: today).last }
    return EntryFilter(
      kinds: kinds, tags: tags, people: person,
      days: days.limited(to: DaySpan(first: first ?? nil, last: last ?? nil)))
  }
}

extension Failure {
  /// Says that a kind does not exist, and which do.
  init(unknownKind name: String) {
    let names = Record.Kind.known.map(\.rawValue)
    let nearest = NearestName.of(name, among: names + ["response"])
    self.init(
      message: "there is no kind '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      hint: "the kinds are \(names.joined(separator: ", "))", exitCode: 2)
  }

  /// What was given as a tag is none.
  static let badTag = Failure(
    message: "a tag is one word or a few, at most \(Tag.longest) letters long", exitCode: 2)

  /// Reads days as they were typed.
  ///
  /// - Throws: ``Failure`` when the text names none.
  static func checking(_ text: String, today: CalendarDay) throws -> DaySpan {
    guard let span = DaySpan(text, today: today) else {
      throw Failure(
        message: "'\(text)' is no date",
        hint: "write it as 2026-10-05, 2026-10, 2026, yesterday, 'last week', 'october 2025',"
          + " '3 weeks ago' or 2026-09..2026-10", exitCode: 2)
    }
    return span
  }

  /// Says why a typed word names no entry.
  init(_ fault: EntryIndex.Fault) {
    let list = "'kith journal list' shows the numbers and the IDs"
    switch fault {
    case .empty:
      self.init(message: "nothing is written yet")
    case .noSuchNumber(let number, let count):
      self.init(message: "there is no entry \(number); the last one is \(count)", hint: list)
    case .noSuchID:
      self.init(message: "no entry's ID begins like that", hint: list)
    case .severalIDs(let count):
      self.init(message: "\(count) entries' IDs begin like that", hint: "type more of its letters")
    case .neither:
      self.init(
        message: "an entry is named by its number, by 'last', or by four letters of its ID or more",
        hint: list, exitCode: 2)
    }
  }
}
