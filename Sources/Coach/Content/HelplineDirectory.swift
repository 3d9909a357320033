/// People and services that can be reached in a hard hour, by country.
public struct HelplineDirectory: Equatable, Sendable {
  /// All lines, in the order of the file.
  public var helplines: [Helpline]

  /// Emergency numbers by ISO 3166 code.
  public var emergency: [String: String]

  /// Directories that list lines in many countries.
  public var directories: [HelplineSource]

  /// Makes a directory.
  public init(
    helplines: [Helpline], emergency: [String: String], directories: [HelplineSource]
  ) {
    self.helplines = helplines
    self.emergency = emergency
    self.directories = directories
  }

  /// The countries that have a line, as code and English name, by name.
  public var countries: [(code: String, name: String)] {
    var names: [String: String] = [:]
    for line in helplines { names[line.countryCode] = line.country }
    return names.map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
  }

  /// Finds the code of a country that was typed as a code, a name, or a usual short form.
  public func code(for typed: String) -> String? {
    let word = typed.lowercased()
    let usual = [
      "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "britain": "GB",
      "great britain": "GB", "usa": "US", "america": "US", "holland": "NL", "korea": "KR",
    ]
    return usual[word]
      ?? countries.first { $0.code.lowercased() == word || $0.name.lowercased() == word }?.code
  }

  /// Chooses what to show a person.
  ///
  /// Checked lines come first; those whose source is older than two years come after the
  /// directories, and lines without a reliable source are not shown at all.
  ///
  /// - Parameters:
  ///   - country: An ISO 3166 code in any case; `nil` when unknown.
  ///   - today: The day of use, against which the age of each source is told.
  ///   - audience: Whom the lines that come first are for; lines for anyone follow, then others.
  /// - Returns: What to show.
  public func help(
    in country: String?, on today: CalendarDay, for audience: String = "anyone"
  ) -> HelpNow {
    let code = country?.uppercased()
    let open = helplines.filter { $0.countryCode == code && $0.status != .unreliable }
    let fitting = open.filter { $0.audience == audience }
    let anyone = open.filter { $0.audience == "anyone" && $0.audience != audience }
    let others = open.filter { $0.audience != audience && $0.audience != "anyone" }
    let shown = (fitting + anyone + others)
      .map { DatedHelpline(line: $0, staleness: $0.staleness(on: today)) }
    let (late, early) = shown.partitioned { $0.staleness == .old || $0.line.status == .unchecked }
    return HelpNow(
      country: shown.first?.line.country ?? code, emergency: code.flatMap { emergency[$0] },
      lines: early, directories: directories, olderLines: late)
  }
}

/// A page that lists lines in many countries.
public struct HelplineSource: Equatable, Sendable {
  /// What it is called.
  public var name: String

  /// Where it is found, as it is typed.
  public var address: String

  /// Makes a source.
  public init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}

/// The help that is shown to one person: emergency number, lines, and where to find more.
public struct HelpNow: Equatable, Sendable {
  /// The country's English name, or the code as typed when it is not listed; `nil` when unknown.
  public var country: String?

  /// The emergency number or numbers; `nil` when not known.
  public var emergency: String?

  /// Lines from a source that is recent enough to stand first.
  public var lines: [DatedHelpline]

  /// Directories that list lines in many countries.
  public var directories: [HelplineSource]

  /// Lines whose source is old or was never checked.
  public var olderLines: [DatedHelpline]

  /// Whether only what can be done this minute is shown.
  public var isUrgent = false

  /// The emergency number and the first one or two lines; the directories where there is no line.
  public var urgent: HelpNow {
    var help = self
    help.lines = Array((lines + olderLines).prefix(2))
    help.olderLines = []
    if !help.lines.isEmpty { help.directories = [] }
    help.isUrgent = true
    return help
  }
}

/// A line and how old its source is.
public struct DatedHelpline: Equatable, Sendable {
  /// The line.
  public var line: Helpline

  /// How old its source is on the day of use.
  public var staleness: Helpline.Staleness
}

extension Array {
  fileprivate func partitioned(by isLate: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(isLate), filter { !isLate($0) })
  }
}

extension HelplineDirectory {
  /// What is shown when no table can be read.
  public static let lastResort = HelplineDirectory(
    helplines: [], emergency: [:],
    directories: [
      HelplineSource(name: "Find A Helpline", address: "findahelpline.com"),
      HelplineSource(name: "Befrienders Worldwide", address: "befrienders.org"),
    ])
}
