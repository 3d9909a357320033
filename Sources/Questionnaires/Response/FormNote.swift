/// What a person wrote beside a question.
public struct FormNote: Codable, Equatable, Sendable {
  /// The place of the question; empty for the form as a whole.
  public var path: ItemPath
  /// What was written.
  public var text: PrivateText

  /// Makes a note.
  public init(path: ItemPath, text: PrivateText) {
    self.path = path
    self.text = text
  }
}

extension QuestionnaireResponse {
  /// The notes, which are kept as extensions of the response.
  ///
  /// They are not kept at the items, because an item without an answer may not stay in a response
  /// that is complete.
  public var notes: [FormNote] {
    get { extensions.compactMap(FormNote.init) }
    set {
      let rest = extensions.filter { $0["url"]?.string != ExtensionURL.note }
      let all = rest + newValue.map(\.json)
      others["extension"] = all.isEmpty ? nil : .array(all)
    }
  }

  /// The extensions of the response itself.
  var extensions: [JSONValue] { others["extension"]?.elements ?? [] }
}

extension FormNote {
  fileprivate init?(_ json: JSONValue) {
    guard json["url"]?.string == ExtensionURL.note,
      let text = json.extensionValue("text")?.string,
      let path = json.extensionValue("path")?.string.flatMap(ItemPath.init(reading:))
    else { return nil }
    self.init(path: path, text: PrivateText(text))
  }

  fileprivate var json: JSONValue {
    .object([
      "url": .string(ExtensionURL.note),
      "extension": .array([
        .object(["url": .string("path"), "valueString": .string(path.written)]),
        .object(["url": .string("text"), "valueString": .string(text.plaintext)]),
      ]),
    ])
  }
}

extension ItemPath {
  /// The path as JSON text, which can be read again whatever signs the link ids hold.
  fileprivate var written: String {
    JSONValue.array(steps.flatMap { [.string($0.linkID.rawValue), .number("\($0.index)")] }).text()
  }

  fileprivate init?(reading text: String) {
    // Text that is no path is somebody else's extension.
    guard let parts = try? JSONValue(parsing: text).elements, parts.count % 2 == 0 else {
      return nil
    }
    var steps: [Step] = []
    for place in stride(from: 0, to: parts.count, by: 2) {
      guard let name = parts[place].string, let index = parts[place + 1].integer else { return nil }
      steps.append(Step(linkID: LinkID(name), index: index))
    }
    self.init(steps)
  }
}
