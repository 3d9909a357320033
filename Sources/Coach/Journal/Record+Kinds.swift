extension Record.Kind {
  /// Every kind that this program knows, in the order in which people are told of them.
  public static let known: [Record.Kind] = [
    .checkIn, .note, .filledForm, .session, .reading, .inventory, .goal, .step, .plan, .draft,
    .person, .profile, .form, .export,
  ]

  /// Whether the journal lists it: it is an entry, and not something with a view of its own.
  public var isListed: Bool {
    switch self {
    case .profile, .form, .person, .export: false
    default: true
    }
  }

  /// Finds a kind by what people call it.
  ///
  /// - Parameter name: The word of the file, or `response` for a questionnaire that was filled in;
  ///   letter case, a plural s, and a space in place of a hyphen do not matter.
  public init?(named name: String) {
    var word = String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    if word == "people" { word = "person" }
    if word == "response" || word == "responses" { word = "filled-form" }
    let names = [word, word.hasSuffix("s") ? String(word.dropLast()) : word]
    guard let kind = Self.known.first(where: { names.contains($0.rawValue) }) else { return nil }
    self = kind
  }
}
