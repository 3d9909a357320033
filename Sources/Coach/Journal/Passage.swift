import Questionnaires

/// Words of the person within an entry, and where they stand in it.
public struct Passage: Equatable, Sendable {
  /// Where words stand.
  public enum Place: Equatable, Sendable {
    /// A note, by its number in the entry.
    case note(Int)
    /// An answer in words, by the number of the form and the number of the answer in it.
    case answer(form: Int, Int)
    /// What was written beside a form's questions, by the number of the form and of the note.
    case beside(form: Int, Int)
  }

  /// Where they stand.
  public let place: Place

  /// The question as it was put; `nil` for an answer, whose form knows it.
  public let question: String?

  /// The form and the item that asked; `nil` for a note.
  public let item: Item?

  /// What was written.
  public let text: PrivateText

  /// An item of a form.
  public struct Item: Equatable, Sendable {
    /// The id of the form.
    public let form: String
    /// The item; empty for the form as a whole.
    public let linkID: LinkID
  }
}

extension Record {
  /// Everything the person wrote in it in their own words, in order.
  ///
  /// Of somebody in the inventory only what was said last counts.
  public var passages: [Passage] {
    guard let body else { return [] }
    let first = kind == .person ? max(0, body.forms.count - 1) : 0
    let answered = body.forms.indices.dropFirst(first).flatMap { number in
      body.forms[number].passages(number)
    }
    let notes = body.notes.enumerated().map { number, note in
      Passage(place: .note(number), question: note.question, item: nil, text: note.text)
    }
    return answered + notes
  }

  /// How many words the person wrote in it.
  public var wordCount: Int {
    passages.reduce(0) { $0 + $1.text.plaintext.split(whereSeparator: \.isWhitespace).count }
  }

  /// The next version of the record, with other words in one place.
  ///
  /// - Parameters:
  ///   - text: The words; empty ones take a note or an answer away.
  ///   - place: Where they stand.
  /// - Returns: The record, whose form is marked as changed where it was complete.
  public func replacing(_ text: PrivateText, at place: Passage.Place) -> Record {
    var next = self
    next.rev += 1
    let isEmpty = text.plaintext.isEmpty
    switch place {
    case .note(let number):
      guard body?.notes.indices.contains(number) == true else { return self }
      if isEmpty {
        next.body?.notes.remove(at: number)
      } else {
        next.body?.notes[number].text = text
      }
    case .answer(let form, let number):
      guard body?.forms.indices.contains(form) == true else { return self }
      next.body?.forms[form].response.replaceWords(isEmpty ? nil : text, number: number)
    case .beside(let form, let number):
      guard let count = body?.forms[form].response.notes.count, number < count else { return self }
      if isEmpty {
        next.body?.forms[form].response.notes.remove(at: number)
      } else {
        next.body?.forms[form].response.notes[number].text = text
      }
    }
    return next
  }
}

extension FilledForm {
  fileprivate func passages(_ form: Int) -> [Passage] {
    let answers = response.words.enumerated().map { number, word in
      Passage(
        place: .answer(form: form, number), question: nil,
        item: Passage.Item(form: self.form, linkID: word.linkID), text: word.text)
    }
    let notes = response.notes.enumerated().map { number, note in
      Passage(
        place: .beside(form: form, number), question: nil,
        item: Passage.Item(
          form: self.form, linkID: note.path.steps.last?.linkID ?? LinkID("")), text: note.text)
    }
    return answers + notes
  }
}

extension QuestionnaireResponse {
  /// The answers in words, in the order of the form.
  fileprivate var words: [(linkID: LinkID, text: PrivateText)] { items.flatMap(\.words) }

  /// Puts other words in place of one answer, or takes it away.
  fileprivate mutating func replaceWords(_ text: PrivateText?, number: Int) {
    var left = number
    for index in items.indices where left >= 0 { items[index].replaceWords(text, &left) }
    if status == .completed { status = .amended }
  }
}

extension QuestionnaireResponse.Item {
  fileprivate var words: [(linkID: LinkID, text: PrivateText)] {
    answers.flatMap { answer in
      (answer.value.text.map { [(linkID, $0)] } ?? []) + answer.items.flatMap(\.words)
    } + items.flatMap(\.words)
  }

  /// Replaces the answer for which the count reaches zero; the count is below zero from then on.
  fileprivate mutating func replaceWords(_ text: PrivateText?, _ left: inout Int) {
    for index in answers.indices where left >= 0 {
      if answers[index].value.text != nil {
        if left == 0 {
          left = -1
          if let text {
            answers[index] = .init(answers[index].value.with(text), items: answers[index].items)
          } else {
            answers.remove(at: index)
          }
          return
        }
        left -= 1
      }
      for inner in answers[index].items.indices where left >= 0 {
        answers[index].items[inner].replaceWords(text, &left)
      }
    }
    for index in items.indices where left >= 0 { items[index].replaceWords(text, &left) }
  }
}

extension AnswerValue {
  fileprivate func with(_ text: PrivateText) -> AnswerValue {
    if case .uri = self { .uri(text) } else { .string(text) }
  }
}
