/// One thing that was looked at, in plain words.
struct PrivacyFinding: Codable, Equatable {
  /// What was looked at.
  enum Topic: String, Codable, CaseIterable {
    case files, place, disk, swap, dumps, temporary, terminal, history, editor, administrators,
      trace
  }

  /// How it stands.
  enum State: String, Codable {
    /// As it should be.
    case fine
    /// Worth knowing, and perhaps worth doing something about.
    case look
    /// It could not be seen.
    case unknown
  }

  var topic: Topic
  var state: State

  /// What was found.
  var says: String

  /// What can be done, where something can.
  var advice: String?

  init(_ topic: Topic, _ state: State, _ says: String, advice: String? = nil) {
    self.topic = topic
    self.state = state
    self.says = says
    self.advice = advice
  }
}

extension PrivacyFinding.Topic {
  /// The heading over it.
  var title: String {
    switch self {
    case .files: "The files"
    case .place: "Where they lie"
    case .disk: "The disk"
    case .swap: "Memory on disk"
    case .dumps: "Crashes"
    case .temporary: "Temporary files"
    case .terminal: "The window"
    case .history: "The shell's history"
    case .editor: "Your editor"
    case .administrators: "Other people on this computer"
    case .trace: "What anybody can see"
    }
  }
}
