import Coach
import Questionnaires

/// Checks a questionnaire of the content, and a measure against its form.
struct FormCheck {
  private let form: Questionnaire
  private let file: String

  init(_ form: Questionnaire, file: String) {
    self.form = form
    self.file = file
  }

  /// Every fault of the form.
  var faults: [ContentFault] {
    // A score's expression is for other programs; here the measure file says how to add up.
    var faults: [ContentFault] = form.faults().map { fault in
      var isError = fault.severity == .error
      // Somebody else's form may ask for a picture; one of kith's own has no use for it.
      if case .unaskableType = fault.problem { isError = true }
      return ContentFault("KI0125", isError ? .error : .warning, file: file, "\(fault)")
    }
    if form.id == nil {
      faults.append(ContentFault("KI0121", file: file, "the questionnaire has no id"))
    }
    for item in form.linkIDs(with: .never).map(\.rawValue).sorted() {
      faults.append(
        ContentFault(
          "KI0122", file: file,
          "'\(item)' must never reach the disk, so it cannot be asked by a form; "
            + "ask it in a node with 'record: off'"))
    }
    return faults
  }

  /// Every fault of a measure.
  static func faults(
    of measure: Measure, forms: [String: Questionnaire], file: String
  ) -> [ContentFault] {
    guard let form = forms[measure.id] else {
      return [ContentFault("KI0123", file: file, "no questionnaire has the id '\(measure.id)'")]
    }
    let items = measure.items + [measure.score] + [measure.safety?.linkID].compactMap { $0 }
    return items.filter { form.item($0) == nil }.map {
      ContentFault("KI0123", file: file, "the questionnaire '\(measure.id)' has no item '\($0)'")
    }
  }
}
