extension Questionnaire {
  /// Takes in a form as somebody brings it: on its own or in a bundle, of R4, or of R5 where
  /// nothing is lost.
  ///
  /// - Parameters:
  ///   - document: The whole document.
  ///   - resources: Value sets and code systems that lie elsewhere; also bundles of them.
  /// - Throws: `QuestionnaireError` with the place that keeps it from being used.
  public init(
    document: JSONValue, resources: [JSONValue] = []
  ) throws(QuestionnaireError) {
    var form = document
    var known = resources.flatMap(\.resources)
    if document["resourceType"]?.string == "Bundle" {
      let entries = document.resources
      let forms = entries.filter { $0["resourceType"]?.string == "Questionnaire" }
      guard forms.count == 1 else { throw .bundle(count: forms.count) }
      form = forms[0]
      known += entries
    }
    guard form["resourceType"]?.string == "Questionnaire", var object = form.object else {
      throw .notAQuestionnaire
    }
    try FormIntake.expectLists(["extension", "modifierExtension", "contained"], in: form, at: "")
    var intake = FormIntake()
    try intake.refuseOlderVersions(of: form)
    object["item"] = try intake.items(form["item"], at: "item")
    if intake.isChanged {
      for member in ["versionAlgorithmString", "versionAlgorithmCoding", "copyrightLabel"] {
        object[member] = nil
      }
      form = .object(object)
    }
    try self.init(json: ValueSetLibrary(known).contained(in: form))
  }
}

/// Goes over a form of an unknown version of FHIR.
private struct FormIntake {
  /// Whether anything was written in another way, as R4 wants it.
  var isChanged = false

  func refuseOlderVersions(of form: JSONValue) throws(QuestionnaireError) {
    if form["group"] != nil { throw .otherVersion("DSTU2", path: "group") }
  }

  /// The members of an item that are lists, so that nothing in them goes unseen.
  private static let lists = [
    "extension", "modifierExtension", "code", "enableWhen", "answerOption", "initial",
  ]

  static func expectLists(
    _ names: [String], in json: JSONValue, at path: String
  ) throws(QuestionnaireError) {
    for name in names {
      guard let value = json[name] else { continue }
      guard case .array = value else { throw .shape(path: path + name, expected: "a list") }
    }
  }

  mutating func items(_ json: JSONValue?, at path: String) throws(QuestionnaireError) -> JSONValue?
  {
    guard let json else { return nil }
    guard case .array(var elements) = json else { throw .shape(path: path, expected: "a list") }
    var isNew = false
    for index in elements.indices {
      let before = isChanged
      isChanged = false
      let item = try item(elements[index], at: "\(path)[\(index)]")
      if isChanged {
        elements[index] = item
        isNew = true
      }
      isChanged = before || isChanged
    }
    return isNew ? .array(elements) : json
  }

  private mutating func item(_ json: JSONValue, at path: String) throws(QuestionnaireError)
    -> JSONValue
  {
    guard var object = json.object else { throw .shape(path: path, expected: "an item") }
    try Self.expectLists(Self.lists, in: json, at: path + ".")
    try refuseSTU3(json, at: path)
    try mapR5(&object, at: path)
    if object["item"] != nil {
      object["item"] = try items(object["item"], at: path + ".item")
    }
    return .object(object)
  }

  /// The members that held a first value in STU3, by its type.
  private static let olderInitials: Set = [
    "initialBoolean", "initialDecimal", "initialInteger", "initialDate", "initialDateTime",
    "initialTime", "initialString", "initialUri", "initialAttachment", "initialCoding",
    "initialQuantity", "initialReference",
  ]

  /// Elements that R4 has no more; `option` and `options` became `answerOption` and
  /// `answerValueSet`.
  private func refuseSTU3(_ json: JSONValue, at path: String) throws(QuestionnaireError) {
    let gone = json.object?.members.map(\.key).first {
      $0 == "option" || $0 == "options" || Self.olderInitials.contains($0)
    }
    if let gone { throw .otherVersion("STU3", path: "\(path).\(gone)") }
    for (index, condition) in (json["enableWhen"]?.elements ?? []).enumerated()
    where condition["hasAnswer"] != nil || (condition["operator"] == nil && condition.hasAnswer) {
      throw .otherVersion("STU3", path: "\(path).enableWhen[\(index)]")
    }
  }

  private mutating func mapR5(_ object: inout JSONObject, at path: String)
    throws(QuestionnaireError)
  {
    let type = object["type"]?.string ?? ""
    let constraint = object["answerConstraint"]?.string
    if type == "coding" || constraint != nil {
      let isOpen = constraint == "optionsOrString"
      switch (type, constraint ?? "optionsOnly") {
      case ("coding", "optionsOnly"): object["type"] = .string("choice")
      case ("coding", "optionsOrString"), ("string", "optionsOrString"),
        ("string", "optionsOrType"):
        object["type"] = .string("open-choice")
      case (_, "optionsOnly") where !isOpen: break
      default: throw .onlyInR5("answerConstraint", path: path)
      }
      object["answerConstraint"] = nil
      isChanged = true
    }
    if let shown = object["disabledDisplay"]?.string {
      guard shown == "hidden" else { throw .onlyInR5("disabledDisplay", path: path) }
      object["disabledDisplay"] = nil
      isChanged = true
    }
  }
}

extension JSONValue {
  /// Whether a condition says what it compares with.
  fileprivate var hasAnswer: Bool {
    object?.members.contains { $0.key.hasPrefix("answer") } ?? false
  }

  /// A resource, or those in a bundle.
  fileprivate var resources: [JSONValue] {
    guard self["resourceType"]?.string == "Bundle" else { return [self] }
    return self["entry"]?.elements.compactMap { $0["resource"] } ?? []
  }
}
