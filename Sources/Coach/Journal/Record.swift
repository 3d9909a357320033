/// One version of one thing in the journal: a line of the sealed file.
///
/// Source: journal format, version 1; every field is described in the format article of the
/// JournalStorage documentation.
public struct Record: Codable, Equatable, Sendable {
  /// What a record holds; kinds that a later version adds are kept as they are.
  public struct Kind: RawRepresentable, Hashable, Codable, Sendable {
    /// The word for the kind in the journal file.
    public var rawValue: String

    /// Makes a kind from its word in the journal file.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// What the person told kith when they arrived: name, country, plan.
    public static let profile = Kind(rawValue: "profile")
    /// A weekly check-in.
    public static let checkIn = Kind(rawValue: "check-in")
    /// An answer to a reflection prompt.
    public static let note = Kind(rawValue: "note")
    /// A reading, with what the person wrote on the way and the act they took away.
    public static let reading = Kind(rawValue: "reading")
    /// A sitting with the inventory: what was written beside what is kept of each person.
    public static let inventory = Kind(rawValue: "inventory")
    /// Somebody in the person's life, with everything that was said of them over time.
    public static let person = Kind(rawValue: "person")
    /// A questionnaire that was filled in by itself.
    public static let filledForm = Kind(rawValue: "filled-form")
    /// A copy that was written outside the vault, so that deleting can name it.
    public static let export = Kind(rawValue: "export")
    /// A questionnaire that the person brought, so that it can be filled in.
    public static let form = Kind(rawValue: "form")
    /// A session of the programme.
    public static let session = Kind(rawValue: "session")
    /// Something the person works towards.
    public static let goal = Kind(rawValue: "goal")
    /// A small step that was planned, and what became of it.
    public static let step = Kind(rawValue: "step")
    /// The person's own plan for a hard day.
    public static let plan = Kind(rawValue: "plan")
    /// Words that were typed and not finished, rescued when the program had to leave.
    public static let draft = Kind(rawValue: "draft")
  }

  /// A random UUID (version 4), the same for all versions of the record.
  public var id: String

  /// The version, counted from 1; the highest one counts.
  public var rev: Int

  /// What the record holds.
  public var kind: Kind

  /// When the person began to write it, by their own clock.
  public var at: LocalTime

  /// The IANA name of the time zone they were in.
  public var tz: String

  /// Words the person filed it under.
  public var tags: [String]

  /// The people it speaks of.
  public var people: [String]

  /// What was written; `nil` in a tombstone.
  public var body: Entry?

  /// True in a tombstone, which stands for a deleted record.
  public var deleted: Bool?

  /// Makes a record.
  public init(
    id: String, rev: Int = 1, kind: Kind, at: LocalTime, tz: String, tags: [String] = [],
    people: [String] = [], body: Entry?, deleted: Bool? = nil
  ) {
    self.id = id
    self.rev = rev
    self.kind = kind
    self.at = at
    self.tz = tz
    self.tags = tags
    self.people = people
    self.body = body
    self.deleted = deleted
  }
}
