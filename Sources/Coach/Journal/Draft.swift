import Questionnaires

/// A sitting that is under way: everything needed to come back to the exact prompt.
///
/// It holds replies, not state: played again over the same content they lead to the same place.
public struct Draft: Codable, Equatable, Sendable {
  /// The id that the finished record gets, so that a draft left behind by a crash is recognised.
  public var id: String

  /// What the sitting is for.
  public var agenda: Agenda

  /// The identity of the content that asked the questions.
  public var content: String

  /// The seed of every random choice in the sitting.
  public var seed: UInt64

  /// When the sitting began.
  public var startedAt: LocalTime

  /// The IANA name of the time zone it began in.
  public var tz: String

  /// The replies so far, without any given off the record.
  public var replies: [RecordedReply]

  /// Replies that were taken back, and words that were typed but not given: each is offered again
  /// at its prompt.
  public var offered: [RecordedReply] = []

  /// The answers that the form of the sitting begins with, where it does not begin empty.
  public var start: QuestionnaireResponse?

  /// Whether the person has said anything yet.
  public var isEmpty: Bool { replies.isEmpty && offered.isEmpty }

  /// Makes a draft.
  public init(
    id: String, agenda: Agenda, content: String, seed: UInt64, startedAt: LocalTime, tz: String,
    replies: [RecordedReply] = []
  ) {
    self.id = id
    self.agenda = agenda
    self.content = content
    self.seed = seed
    self.startedAt = startedAt
    self.tz = tz
    self.replies = replies
  }
}

/// A reply and the place in the content where it was given.
public struct RecordedReply: Codable, Equatable, Sendable {
  /// Names the prompt: a line id, a form's item, or a note.
  public var anchor: String

  /// What the person replied.
  public var reply: Reply

  /// Stands where the sitting had come past an off-the-record part; says nothing of it.
  static let mark = RecordedReply(anchor: "past", reply: .next)

  /// Makes a recorded reply.
  public init(anchor: String, reply: Reply) {
    self.anchor = anchor
    self.reply = reply
  }
}
