extension Questionnaire {
  /// Puts the words of another language into the form, beside its own.
  ///
  /// An overlay is a form with nothing but names and words: `linkId` and `text` of items, codes
  /// and `display` of options and concepts. What it leaves out stays in the form's own language.
  ///
  /// - Parameter overlay: The overlay, with its `language`.
  /// - Returns: The form with a translation extension on everything that the overlay names.
  /// - Throws: `QuestionnaireError.shape` when the overlay does not say its language.
  public func translated(by overlay: JSONValue) throws(QuestionnaireError) -> Questionnaire {
    guard let language = overlay["language"]?.string, !language.isEmpty else {
      throw .shape(path: "language", expected: "the code of a language, such as de")
    }
    var words = OverlayWords(language: language)
    words.gather(overlay["item"])
    for resource in overlay["contained"]?.elements ?? [] { words.gatherConcepts(resource) }
    var object = json.object ?? JSONObject()
    for member in ["title", "description"] {
      words.put(overlay[member]?.string, on: member, of: &object)
    }
    if let items = object["item"] { object["item"] = words.items(items) }
    if let contained = object["contained"] { object["contained"] = words.contained(contained) }
    return try Questionnaire(json: .object(object))
  }

  /// The languages besides its own that the form has words in.
  public var otherLanguages: Set<String> {
    var found: Set<String> = []
    json.visitTranslations { found.insert($0) }
    return found
  }

  /// The form in another language, as far as it has words in it.
  ///
  /// - Parameter language: The code of the language, such as `de`.
  /// - Returns: The form with the words of that language in place of its own. Codes stay, so answers
  ///   go with both.
  public func inLanguage(_ language: String) -> Questionnaire {
    guard language != self.language, otherLanguages.contains(language) else { return self }
    var object = json.speaking(language).object ?? JSONObject()
    object["language"] = .string(language)
    // A form stays a form whatever language its words are in.
    return (try? Questionnaire(json: .object(object))) ?? self
  }
}

/// The words of an overlay, by the names of what they belong to.
private struct OverlayWords {
  let language: String
  private var texts: [String: JSONValue] = [:]
  private var options: [String: String] = [:]
  private var concepts: [String: String] = [:]

  init(language: String) {
    self.language = language
  }

  mutating func gather(_ items: JSONValue?) {
    for item in items?.elements ?? [] {
      let name = item["linkId"]?.string ?? ""
      texts[name] = item
      for option in item["answerOption"]?.elements ?? [] {
        guard let code = option["valueCoding"]?["code"]?.string else { continue }
        options[name + "\n" + code] = option["valueCoding"]?["display"]?.string
      }
      gather(item["item"])
    }
  }

  mutating func gatherConcepts(_ valueSet: JSONValue) {
    let id = valueSet["id"]?.string ?? ""
    for include in valueSet["compose"]?["include"]?.elements ?? [] {
      for concept in include["concept"]?.elements ?? [] {
        guard let code = concept["code"]?.string else { continue }
        concepts[id + "\n" + code] = concept["display"]?.string
      }
    }
  }

  func items(_ json: JSONValue) -> JSONValue {
    .array(
      json.elements.map { item in
        guard var object = item.object else { return item }
        let name = item["linkId"]?.string ?? ""
        for member in ["text", "prefix"] {
          put(texts[name]?[member]?.string, on: member, of: &object)
        }
        if let list = object["answerOption"] {
          object["answerOption"] = .array(list.elements.map { option($0, of: name) })
        }
        if let inner = object["item"] { object["item"] = items(inner) }
        return .object(object)
      })
  }

  private func option(_ json: JSONValue, of name: String) -> JSONValue {
    guard var object = json.object, var coding = json["valueCoding"]?.object,
      let code = coding["code"]?.string
    else { return json }
    put(options[name + "\n" + code], on: "display", of: &coding)
    object["valueCoding"] = .object(coding)
    return .object(object)
  }

  func contained(_ json: JSONValue) -> JSONValue {
    .array(
      json.elements.map { resource in
        guard var object = resource.object, var compose = resource["compose"]?.object,
          let includes = compose["include"]
        else { return resource }
        let id = resource["id"]?.string ?? ""
        compose["include"] = .array(includes.elements.map { include($0, of: id) })
        object["compose"] = .object(compose)
        return .object(object)
      })
  }

  private func include(_ json: JSONValue, of id: String) -> JSONValue {
    guard var object = json.object, let list = json["concept"] else { return json }
    object["concept"] = .array(
      list.elements.map { concept in
        guard var object = concept.object, let code = concept["code"]?.string else {
          return concept
        }
        put(concepts[id + "\n" + code], on: "display", of: &object)
        return .object(object)
      })
    return .object(object)
  }

  /// Puts words beside a member, in place of older ones in the same language.
  func put(_ words: String?, on member: String, of object: inout JSONObject) {
    guard let words, object[member] != nil else { return }
    var holder = object["_" + member]?.object ?? JSONObject()
    let kept = (holder["extension"]?.elements ?? []).filter { $0.translation?.language != language }
    let translation = JSONValue.object([
      "extension": .array([
        .object(["url": .string("lang"), "valueCode": .string(language)]),
        .object(["url": .string("content"), "valueString": .string(words)]),
      ]), "url": .string(ExtensionURL.translation),
    ])
    holder["extension"] = .array(kept + [translation])
    object["_" + member] = .object(holder)
  }
}

extension JSONValue {
  /// The words of a translation extension, with their language.
  fileprivate var translation: (language: String, words: String)? {
    guard self["url"]?.string == ExtensionURL.translation,
      let language = extensionValue("lang")?.string,
      let words = extensionValue("content")?.string
    else { return nil }
    return (language, words)
  }

  fileprivate func visitTranslations(_ visit: (String) -> Void) {
    switch self {
    case .object(let object):
      if let translation { return visit(translation.language) }
      for member in object.members { member.value.visitTranslations(visit) }
    case .array(let elements):
      for element in elements { element.visitTranslations(visit) }
    case .null, .bool, .number, .string: break
    }
  }

  /// The value with the words of a language in place of its own.
  fileprivate func speaking(_ language: String) -> JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map { $0.speaking(language) })
    case .null, .bool, .number, .string: return self
    case .object(let object):
      var copy = JSONObject()
      for member in object.members {
        let words = object["_" + member.key]?["extension"]?.elements
          .compactMap(\.translation).first { $0.language == language }?.words
        copy.append(
          JSONObject.Member(
            key: member.key, value: words.map(JSONValue.string) ?? member.value.speaking(language)))
      }
      return .object(copy)
    }
  }
}
