/// Reads a response that may be wrong in any way, and tells what had to be left out.
///
/// Reading one that is meant to be kept is the business of `QuestionnaireResponse(json:)`, which
/// refuses what it cannot keep. Here the rest is still of interest.
struct ResponseReading {
  private(set) var issues: [FormIssue] = []
  private var object: JSONObject

  /// Starts to read.
  ///
  /// - Parameter json: A resource.
  /// - Throws: `ResponseError.notAResponse` when it is no response at all.
  init(_ json: JSONValue) throws(ResponseError) {
    guard json["resourceType"]?.string == "QuestionnaireResponse", let object = json.object else {
      throw .notAResponse
    }
    self.object = object
  }

  /// The readable part of the response.
  mutating func response() throws(ResponseError) -> QuestionnaireResponse {
    for name in ["questionnaire", "language", "authored"] {
      guard let value = object[name], value.string?.isEmpty ?? true else { continue }
      issues.append(FormIssue("shape", at: ItemPath(), "‘\(name)’ has to be a text"))
      object[name] = nil
    }
    if object["status"]?.string.flatMap(QuestionnaireResponse.Status.init) == nil {
      issues.append(FormIssue("status", at: ItemPath(), "\(ResponseError.unknownStatus)"))
      object["status"] = .string(QuestionnaireResponse.Status.inProgress.rawValue)
    }
    if let items = object["item"] { object["item"] = list(items, below: ItemPath()) }
    return try QuestionnaireResponse(json: .object(object))
  }

  private mutating func list(_ json: JSONValue, below path: ItemPath) -> JSONValue? {
    guard case .array(let elements) = json else {
      issues.append(FormIssue("shape", at: path, "‘item’ has to be a list"))
      return nil
    }
    if elements.isEmpty {
      issues.append(FormIssue("empty", at: path, "an empty list of items has to be left out"))
    }
    var counts: [String: Int] = [:]
    var kept: [JSONValue] = []
    for element in elements {
      guard let name = element["linkId"]?.string, !name.isEmpty, let object = element.object else {
        issues.append(FormIssue("missing-link-id", at: path, "an item has no linkId"))
        continue
      }
      let index = counts[name, default: 0]
      counts[name] = index + 1
      kept.append(.object(item(object, at: path.appending(LinkID(name), index))))
    }
    return kept.isEmpty ? nil : .array(kept)
  }

  private mutating func item(_ json: JSONObject, at path: ItemPath) -> JSONObject {
    var copy = json
    if json["answer"]?.elements.isEmpty == false, json["item"]?.elements.isEmpty == false {
      issues.append(
        FormIssue(
          "qrs-1", at: path,
          "items belong below the answer, not beside it"))
    }
    if let items = json["item"] { copy["item"] = list(items, below: path) }
    guard let answers = json["answer"] else { return copy }
    guard case .array(let elements) = answers else {
      issues.append(FormIssue("shape", at: path, "‘answer’ has to be a list"))
      copy["answer"] = nil
      return copy
    }
    if elements.isEmpty {
      issues.append(FormIssue("empty", at: path, "an empty list of answers has to be left out"))
    }
    var kept: [JSONValue] = []
    for element in elements {
      if let answer = answer(element, at: path, index: kept.count) { kept.append(answer) }
    }
    copy["answer"] = kept.isEmpty ? nil : .array(kept)
    return copy
  }

  private mutating func answer(
    _ json: JSONValue, at path: ItemPath, index: Int
  ) -> JSONValue? {
    guard var object = json.object, !object.members.isEmpty else {
      issues.append(FormIssue("empty", at: path, "an answer has no value"))
      return nil
    }
    let keys = object.members.map(\.key).filter { $0.hasPrefix("value") }
    guard keys.count < 2 else {
      issues.append(FormIssue("several-values", at: path, "an answer has more than one value"))
      return nil
    }
    if let key = keys.first {
      let type = String(key.dropFirst("value".count))
      if let problem = FHIRFormat.problem(of: object[key] ?? .null, type: type) {
        issues.append(FormIssue("format", at: path, problem))
        // It could be read as a number of another type, which would only be told twice.
        if type == "Integer" { return nil }
      }
      guard AnswerValue(member: type, object[key]) != nil else { return nil }
    }
    if let items = object["item"] {
      var place = path
      place.steps[place.steps.count - 1].index = index
      object["item"] = list(items, below: place)
    }
    return .object(object)
  }
}
