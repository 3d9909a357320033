import FoundationEssentials
import Questionnaires

/// What a response adds up to, by a measure or by the weights of the form.
struct FormScore {
  private let measure: Measure?
  private let total: Int?
  private let missing: [LinkID]
  private let values: [FormEvaluation.Value]

  init(of form: Questionnaire, _ evaluation: FormEvaluation, _ measure: Measure?) {
    self.measure = measure
    values = evaluation.values
    let weighted = form.allItems.filter { $0.options.contains { $0.weight != nil } }
    let applying = Set(evaluation.enabled.filter { $0.isEnabled.contains(true) }.map(\.linkID))
    let items = measure?.items ?? weighted.map(\.linkID).filter(applying.contains)
    total = Score(of: items, in: evaluation.response, to: form)?.total
    missing = items.filter { evaluation.response.answers(to: $0).isEmpty }
  }

  private var band: Measure.Band? { total.flatMap { total in measure?.band(for: total) } }

  /// Whether there is nothing to tell because answers are missing.
  var isIncomplete: Bool {
    total == nil && (measure != nil || values.allSatisfy(\.answers.isEmpty))
  }

  /// The score for people.
  var lines: [String] {
    let calculated = values.filter { !$0.answers.isEmpty && $0.linkID != measure?.score }.map {
      "\($0.linkID) = \($0.answers.map(\.words.plaintext).joined(separator: ", "))"
    }
    guard let total else {
      return calculated
        + (isIncomplete
          ? [
            missing.isEmpty
              ? "No score: the form has no answers that count."
              : "No score: \(counted(missing.count, "answer")) still missing."
          ] : [])
    }
    let range = measure.map { " of \($0.highest)" } ?? ""
    return ["Total: \(total)\(range)\(band.map { ", \($0.label)" } ?? "")"] + calculated
  }

  /// The score for programs.
  var json: JSONValue {
    var object = JSONObject()
    object["measure"] = measure.map { .string($0.id) } ?? .null
    object["total"] = total.map { .number("\($0)") } ?? .null
    object["band"] =
      band.map { .object(["code": .string($0.code), "label": .string($0.label)]) } ?? .null
    object["incomplete"] = .bool(isIncomplete)
    object["missing"] = .array(missing.map { .string($0.rawValue) })
    object["values"] = .object(
      JSONObject(
        values.map { .init(key: $0.linkID.rawValue, value: .array($0.answers.map(\.json))) }))
    return .object(object)
  }
}
