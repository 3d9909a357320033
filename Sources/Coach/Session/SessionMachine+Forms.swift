import Questionnaires
import YarnRuntime

extension SessionMachine {
  /// Begins to ask a form, or the items of it that are named after its id.
  ///
  /// Items that were answered before are asked anew.
  mutating func beginForm(_ arguments: [String]) throws(SessionError) {
    guard let form = arguments.first, let questionnaire = content.questionnaires[form] else {
      throw .broken("no questionnaire is called '\(arguments.first ?? "")'")
    }
    let items = arguments.dropFirst().map { LinkID(rawValue: $0) }
    let before = forms.first { $0.form == form }?.response.removing(Set(items))
    let filler = FormFiller(
      questionnaire, asking: items.isEmpty ? nil : items, response: items.isEmpty ? nil : before)
    filling = Filling(form: form, filler: filler)
  }

  /// The next step of the form that is being filled in; `nil` when there is none.
  mutating func formStep() throws(SessionError) -> Step? {
    guard var current = filling else { return nil }
    switch current.filler.step {
    case .display(let text):
      current.filler.next()
      filling = current
      let utterance = Utterance(
        id: "\(current.form)#display", character: nil, text: text, heading: heading)
      return .say(utterance)
    case .ask(let question):
      let anchor = "ask:\(current.form)#\(question.path)"
      return .ask(prompt(anchor, canSkip: !question.isRequired), question)
    case .complete:
      keep(current)
      filling = nil
      return nil
    }
  }

  /// The question of a `<<write>>` that waits; `nil` when none does.
  func writeStep() -> Step? {
    guard let id = writing else { return nil }
    let question = Question(linkID: LinkID(rawValue: id), text: "", kind: .text)
    return .ask(prompt("write:\(id)", canSkip: true), question)
  }

  /// Takes the answer to a form's question or to a `<<write>>`.
  mutating func answer(
    _ reply: Reply, to question: Question, at prompt: Prompt
  ) throws(SessionError) {
    if let id = writing {
      try write(reply, under: id)
      return
    }
    guard var current = filling else { throw .refused(.mismatch) }
    do {
      switch reply {
      case .answer(let values): try current.filler.answer(values)
      case .skip: try current.filler.skip()
      case .next, .option: throw SessionError.refused(.mismatch)
      }
    } catch let problem as AnswerProblem {
      throw .refused(.answer(problem))
    } catch {
      throw .refused(.mismatch)
    }
    filling = current
    keep(current)
  }

  /// Puts replies that no longer fit the content aside as notes, so that no word is lost.
  mutating func keepAside(_ replies: ArraySlice<RecordedReply>) {
    for recorded in replies {
      guard case .answer(let values) = recorded.reply else { continue }
      let words = values.map(\.scriptText).joined(separator: ", ")
      guard !words.isEmpty else { continue }
      notes.append(
        Note(
          prompt: recorded.anchor, question: "Kept from before the content changed",
          text: PrivateText(words)))
    }
  }

  private mutating func write(_ reply: Reply, under id: String) throws(SessionError) {
    switch reply {
    case .answer(let values):
      guard case .string(let text)? = values.first else { throw .refused(.mismatch) }
      notes.append(Note(prompt: id, question: said?.text ?? "", text: text))
    case .skip:
      break
    case .next, .option:
      throw .refused(.mismatch)
    }
    writing = nil
  }

  private mutating func keep(_ current: Filling) {
    var response = current.filler.response
    if let measure = content.measures[current.form] {
      response = measure.scored(response, to: current.filler.questionnaire)
    }
    let filled = FilledForm(form: current.form, response: response)
    if let index = forms.firstIndex(where: { $0.form == current.form }) {
      forms[index] = filled
    } else {
      forms.append(filled)
    }
  }
}
