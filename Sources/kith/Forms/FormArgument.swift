import Coach
import CoachContent
import Questionnaires
import YarnCompiler

/// A form as it is named on the command line: by its name in kith, or as a file.
struct FormArgument {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Whether a file is meant.
  private var isFile: Bool {
    text.contains("/") || [".json", ".yaml", ".yml"].contains { text.hasSuffix($0) }
  }

  /// The id of the form in a journal, which keeps a form that is brought as a file.
  ///
  /// - Throws: ``Failure`` when there is no such form or it cannot be filled in.
  func id(in journal: inout Journal, _ content: ContentLibrary, _ host: Host) throws -> String {
    let history = try journal.history()
    guard isFile else {
      let added = history.addedForms.map(\.id)
      if content.questionnaires[text] != nil || added.contains(text) { return text }
      throw unknown(among: content.questionnaires.keys + added)
    }
    let questionnaire = try read()
    if let own = content.id(of: questionnaire) { return own }
    let id = history.formID(for: questionnaire, avoiding: content.questionnaires.keys)
    let record = history.adding(
      questionnaire, as: id, id: host.chance.identifier(), at: host.clock.now, tz: host.clock.zone)
    if let record { try journal.keep(record, now: host.clock.now) }
    return id
  }

  /// A content library that has the form, and the id of the form in it; for use without a journal.
  ///
  /// - Throws: ``Failure`` when there is no such form or it cannot be filled in.
  func library(_ host: Host) throws -> (content: ContentLibrary, form: String) {
    guard isFile else {
      let content = try host.content()
      guard content.questionnaires[text] != nil else {
        throw unknown(among: Array(content.questionnaires.keys))
      }
      return (content, text)
    }
    let questionnaire = try read()
    // A form in a file needs nothing of the content but help lines, and goes without where they
    // cannot be read.
    var content = try (try? host.content()) ?? ContentLibrary.bare()
    if let own = content.id(of: questionnaire) { return (content, own) }
    let id = History().formID(for: questionnaire, avoiding: content.questionnaires.keys)
    content.questionnaires[id] = questionnaire
    return (content, id)
  }

  private func read() throws -> Questionnaire {
    let file = try FormFile(reading: text)
    try file.refuseUnusable()
    try file.refuseEmpty()
    return file.questionnaire
  }

  private func unknown(among names: [String]) -> Failure {
    let nearest = NearestName.of(text, among: names).map { "did you mean '\($0)'? " } ?? ""
    return Failure(
      message: "no form is called '\(text)'",
      hint: "\(nearest)'kith questionnaire list' shows the forms; a file ends in .json or .yaml",
      exitCode: 2)
  }
}

extension ContentLibrary {
  /// The id of a form of the content that is the same as another, word for word.
  fileprivate func id(of questionnaire: Questionnaire) -> String? {
    questionnaires.first { $0.value == questionnaire }?.key
  }

  /// A library without anything to say, for forms that stand alone.
  fileprivate static func bare() throws -> ContentLibrary {
    guard let program = Compiler(functions: CoachFunctions.signatures).compile([]).program else {
      throw Failure(message: "the content cannot be read", hint: nil)
    }
    return ContentLibrary(
      identity: "bare", program: program, questionnaires: [:], measures: [:], plans: [],
      helplines: .lastResort)
  }

  /// The library with forms that a person brought; the content's own come first.
  func with(_ forms: [AddedForm]) -> ContentLibrary {
    var copy = self
    for form in forms where copy.questionnaires[form.id] == nil {
      copy.questionnaires[form.id] = form.questionnaire
    }
    return copy
  }
}
