import Questionnaires

/// A questionnaire that the person brought, such as one from their clinician.
///
/// It is kept in the journal like everything else: sealed, and the same on every computer.
public struct AddedForm: Equatable, Sendable {
  /// What it is called on the command line.
  public var id: String

  /// The questionnaire as it was brought.
  public var questionnaire: Questionnaire

  /// The version of its record.
  public var rev: Int

  fileprivate let record: String

  fileprivate init?(_ record: Record) {
    guard record.kind == .form, let id = record.body?.topic,
      let questionnaire = record.body?.questionnaire
    else { return nil }
    self.id = id
    self.questionnaire = questionnaire
    self.rev = record.rev
    self.record = record.id
  }
}

extension History {
  /// The questionnaires that the person brought, oldest first.
  public var addedForms: [AddedForm] { records.compactMap(AddedForm.init) }

  /// Finds what a questionnaire is called, or would be called, when it is kept.
  ///
  /// A form that was brought before keeps its name. A name that is taken gets a number.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - taken: The ids of the content's own forms.
  /// - Returns: The id, in small letters, digits and hyphens.
  public func formID(for questionnaire: Questionnaire, avoiding taken: some Sequence<String>)
    -> String
  {
    let known = addedForms.first { $0.questionnaire.isSameForm(as: questionnaire) }
    if let known { return known.id }
    let wanted = questionnaire.shortName
    let names = Set(taken).union(addedForms.map(\.id))
    let numbered = (2...).lazy.map { "\(wanted)-\($0)" }.first { !names.contains($0) }
    return names.contains(wanted) ? numbered ?? wanted : wanted
  }

  /// Makes the record that keeps a questionnaire, or `nil` when it is kept already as it is.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - form: Its id, from ``formID(for:avoiding:)``.
  ///   - id: The id of a new record, where the form was not brought before.
  ///   - at: When it was brought.
  ///   - tz: The IANA name of the time zone.
  /// - Returns: A record of the kind `form`: a new one, or the next version of the earlier one.
  public func adding(
    _ questionnaire: Questionnaire, as form: String, id: String, at: LocalTime, tz: String
  ) -> Record? {
    let known = addedForms.first { $0.id == form }
    guard known?.questionnaire != questionnaire else { return nil }
    var body = Entry(topic: form)
    body.questionnaire = questionnaire
    return Record(
      id: known?.record ?? id, rev: (known?.rev ?? 0) + 1, kind: .form, at: at, tz: tz, body: body)
  }
}

extension Questionnaire {
  /// A name for the form that can be typed: its id, its name, its title, or the end of its address.
  public var shortName: String {
    let candidates = [
      id, json["name"]?.string, title, url?.split(separator: "/").last.map(String.init),
    ]
    return candidates.lazy.compactMap { $0?.typeable }.first { !$0.isEmpty } ?? "form"
  }

  /// Whether another questionnaire is this form, in whatever version.
  fileprivate func isSameForm(as other: Questionnaire) -> Bool {
    if let url, let theirs = other.url { return url == theirs }
    return url == nil && other.url == nil && shortName == other.shortName
  }
}

extension String {
  /// The text in small letters, digits and hyphens, at most forty.
  fileprivate var typeable: String {
    let words = lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return String(words.joined(separator: "-").prefix(40))
  }
}
