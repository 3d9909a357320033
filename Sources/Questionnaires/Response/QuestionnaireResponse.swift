/// The answers a person gave to a questionnaire.
public struct QuestionnaireResponse: Equatable, Sendable {
  /// How far the response has come.
  public enum Status: String, Codable, Sendable {
    /// It is being filled in; it may break every rule of the form.
    case inProgress = "in-progress"
    /// It is complete.
    case completed
    /// It was complete and was changed since.
    case amended
    /// It was recorded by mistake.
    case enteredInError = "entered-in-error"
    /// It was given up.
    case stopped
  }

  /// The answers to one item, or one repetition of a group.
  public struct Item: Equatable, Sendable {
    /// The item of the form.
    public var linkID: LinkID
    /// The answers; empty for groups.
    public var answers: [Answer]
    /// What the group holds; empty for questions.
    public var items: [Item]
    /// Everything else that the item says, such as its text and extensions.
    public var others: JSONObject

    /// Makes an item.
    public init(
      linkID: LinkID, answers: [Answer] = [], items: [Item] = [], others: JSONObject = JSONObject()
    ) {
      self.linkID = linkID
      self.answers = answers
      self.items = items
      self.others = others
    }
  }

  /// One answer, with the answers to the questions it led to.
  public struct Answer: Equatable, Sendable {
    /// The answer.
    public var value: AnswerValue
    /// The answers to the questions below it.
    public var items: [Item]
    /// Everything else that the answer says, and the value as it was read where it says more than
    /// `value` does.
    public var others: JSONObject

    /// Makes an answer.
    public init(_ value: AnswerValue, items: [Item] = [], others: JSONObject = JSONObject()) {
      self.value = value
      self.items = items
      self.others = others
    }
  }

  /// The form, by its address and version.
  public var questionnaire: String?
  /// How far it has come.
  public var status: Status
  /// The language the form was shown in.
  public var language: String?
  /// When it was last changed, as FHIR writes moments; whoever keeps the response sets it.
  public var authored: String?
  /// The answers, in the order of the form.
  public var items: [Item]
  /// Everything else that the response says: its id, subject, extensions and the like.
  public var others: JSONObject

  /// Makes a response.
  public init(
    questionnaire: String? = nil, status: Status = .inProgress, language: String? = nil,
    authored: String? = nil, items: [Item] = [], others: JSONObject = JSONObject()
  ) {
    self.questionnaire = questionnaire
    self.status = status
    self.language = language
    self.authored = authored
    self.items = items
    self.others = others
  }
}

extension QuestionnaireResponse {
  /// The answers to a question, over all repetitions of the groups that hold it.
  ///
  /// - Parameter linkID: The question.
  /// - Returns: The answers in order; none when it is unanswered.
  public func answers(to linkID: LinkID) -> [AnswerValue] {
    items.flatMap { $0.answers(to: linkID) }
  }

  /// Leaves out some items and all they hold.
  ///
  /// - Parameter linkIDs: The items to leave out.
  /// - Returns: The rest; groups and answers that hold nothing any more are gone too.
  public func removing(_ linkIDs: Set<LinkID>) -> QuestionnaireResponse {
    var copy = self
    copy.items = items.compactMap { $0.removing(linkIDs) }
    let notes = notes.filter { note in !note.path.steps.contains { linkIDs.contains($0.linkID) } }
    if notes.count < self.notes.count { copy.notes = notes }
    return copy
  }
}

extension QuestionnaireResponse.Item {
  fileprivate func answers(to linkID: LinkID) -> [AnswerValue] {
    (self.linkID == linkID ? answers.map(\.value) : [])
      + items.flatMap { $0.answers(to: linkID) }
      + answers.flatMap { $0.items.flatMap { $0.answers(to: linkID) } }
  }

  fileprivate func removing(_ linkIDs: Set<LinkID>) -> QuestionnaireResponse.Item? {
    guard !linkIDs.contains(linkID) else { return nil }
    var copy = self
    copy.items = items.compactMap { $0.removing(linkIDs) }
    for index in copy.answers.indices {
      copy.answers[index].items = answers[index].items.compactMap { $0.removing(linkIDs) }
    }
    return copy.items.isEmpty && copy.answers.isEmpty ? nil : copy
  }
}
