import Questionnaires

/// What happens next in a sitting.
public enum Step: Equatable, Sendable {
  /// Says one line; needs no reply.
  case say(Utterance)
  /// Waits at the end of a screen until the person goes on.
  case turn(Prompt)
  /// Offers options.
  case choose(Prompt, [Choice])
  /// Asks a question of a form, or for words in answer to what was just said.
  case ask(Prompt, Question)
  /// Shows everything a form holds, before it is complete.
  case review(Prompt, FormReview)
  /// Shows a picture; needs no reply.
  case show(Picture)
  /// Shows who can be reached, and waits.
  case pause(Prompt, HelpNow)
  /// The sitting is over.
  case finish(Outcome)

  /// The prompt that waits for a reply; `nil` when the step needs none.
  public var prompt: Prompt? {
    switch self {
    case .turn(let prompt), .choose(let prompt, _), .ask(let prompt, _), .pause(let prompt, _),
      .review(let prompt, _):
      prompt
    case .say, .show, .finish: nil
    }
  }
}

/// One line that is said.
public struct Utterance: Equatable, Sendable {
  /// The line's id.
  public var id: String
  /// Who says it, in a story; `nil` when the coach does.
  public var character: String?
  /// The words.
  public var text: String
  /// Where in the sitting it is said.
  public var heading: Heading
  /// What a form says about it; `nil` where it is no text of a form.
  public var form: FormText?
}

/// An option a person can take.
public struct Choice: Equatable, Sendable {
  /// The line id of the option.
  public var id: String
  /// The words of the option.
  public var text: String
}

/// Where in a sitting the person is.
public struct Heading: Equatable, Sendable {
  /// What this part is called; empty where it has no name.
  public var title: String
  /// The number of this part and of all parts, such as 2 of 7; `nil` where parts are not counted.
  public var progress: Progress?

  /// The number of a part and of all parts.
  public struct Progress: Equatable, Sendable {
    /// The part, counted from 1.
    public var part: Int
    /// How many parts there are.
    public var count: Int
  }

  static let none = Heading(title: "", progress: nil)
}

/// What is true of a prompt whatever it asks.
public struct Prompt: Equatable, Sendable {
  /// Names the place in the content; the same reply fits wherever the name is the same.
  public var anchor: String
  /// Where in the sitting the person is.
  public var heading: Heading
  /// Why it is asked, in one plain sentence; `nil` where the content does not say.
  public var why: String?
  /// Whether it may be passed over.
  public var canSkip: Bool
  /// What the person replied here before they went back; `nil` when they were not here yet.
  public var earlier: Reply?
}

/// What a sitting leaves behind.
public enum Outcome: Equatable, Sendable {
  /// A record for the journal.
  case keep(Record)
  /// Nothing, because nothing was answered.
  case nothing
  /// Nothing, because this sitting never keeps anything; the person may go on.
  case passed
  /// Nothing yet: the content ends the sitting for now, and it can be taken up again.
  case paused
  /// Nothing, because the content decided to stop here.
  case leave
}

/// A picture of what the person told, as facts; how it looks is for the screen to decide.
public enum Picture: Equatable, Sendable {
  /// Mood by week.
  case mood(MoodChart)
  /// Who sits in which circle.
  case circles(CircleChart)
}
