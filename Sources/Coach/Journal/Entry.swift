import Questionnaires

/// What a person wrote in one sitting: forms they filled in and notes in their own words.
public struct Entry: Codable, Equatable, Sendable {
  /// The subject of the sitting where there is one, such as the topic of a reading.
  public var topic: String?

  /// The forms, in the order in which they were begun.
  public var forms: [FilledForm]

  /// What the person wrote in their own words, in order.
  public var notes: [Note]

  /// Measures that were asked and then left out, so that they are not asked again too soon.
  public var asked: [String]?

  /// A questionnaire that the person brought, whole; only in records of the kind `form`.
  public var questionnaire: Questionnaire?

  /// True where it was captured without the passphrase.
  ///
  /// The public recipient is enough to do that, so anybody who reached the vault's folder may have
  /// written it; it is shown as such.
  public var captured: Bool?

  /// The program or format that the entry was brought from, such as `jrnl`; `nil` when it was
  /// written here.
  public var imported: String?

  /// Makes an entry.
  public init(
    topic: String? = nil, forms: [FilledForm] = [], notes: [Note] = [], asked: [String]? = nil
  ) {
    self.topic = topic
    self.forms = forms
    self.notes = notes
    self.asked = asked
  }

  /// Finds the answers given to an item, in whichever form asks it.
  ///
  /// - Parameter item: The item's `linkId`.
  /// - Returns: The answers in order; none when the item was skipped or never asked.
  public func answers(to item: LinkID) -> [AnswerValue] {
    forms.lazy.map { $0.response.answers(to: item) }.first { !$0.isEmpty } ?? []
  }

  /// Finds a whole number given in answer to an item.
  public func integer(_ item: LinkID) -> Int? {
    guard case .integer(let number)? = answers(to: item).first else { return nil }
    return number
  }

  /// Finds the code chosen, or the words written, in answer to an item.
  public func text(_ item: LinkID) -> String? {
    answers(to: item).first?.scriptText
  }
}

/// A questionnaire and what the person answered.
public struct FilledForm: Codable, Equatable, Sendable {
  /// The questionnaire's id in the content, such as `check-in`.
  public var form: String

  /// The answers, as a FHIR resource.
  public var response: QuestionnaireResponse

  /// Makes a filled form.
  public init(form: String, response: QuestionnaireResponse) {
    self.form = form
    self.response = response
  }
}

/// A question and what the person wrote under it.
public struct Note: Codable, Equatable, Sendable {
  /// The id of the question in the content, such as a prompt's `I01`.
  public var prompt: String

  /// The question as it was put.
  public var question: String

  /// What the person wrote.
  public var text: PrivateText

  /// Makes a note.
  public init(prompt: String, question: String, text: PrivateText) {
    self.prompt = prompt
    self.question = question
    self.text = text
  }
}
