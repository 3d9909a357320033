/// Value sets and code systems at hand, from which the choices of items are taken.
///
/// Nothing is ever fetched: what is not here is not known.
struct ValueSetLibrary {
  /// How far value sets may lead on to others.
  private static let depthLimit = 20

  private var valueSets: [String: JSONValue] = [:]
  private var codeSystems: [String: JSONValue] = [:]

  init(_ resources: [JSONValue]) {
    for resource in resources { add(resource) }
  }

  /// The library of a form alone.
  init(containedIn form: JSONValue) {
    self.init(form["contained"]?.elements ?? [])
  }

  private mutating func add(_ resource: JSONValue) {
    let names = [
      resource["url"]?.string, resource["id"]?.string.map { "#" + $0 },
    ].compactMap { $0 }
    let version = resource["version"]?.string
    for name in names {
      switch resource["resourceType"]?.string {
      case "ValueSet":
        valueSets[name] = resource
        if let version { valueSets["\(name)|\(version)"] = resource }
      case "CodeSystem": codeSystems[name] = resource
      default: break
      }
    }
  }

  /// The choices by the reference to them, for those that are known whole.
  var options: [String: [AnswerOption]] {
    valueSets.compactMapValues { options(of: $0, depth: 0) }.filter { !$0.value.isEmpty }
  }

  /// The choices of a value set; `nil` where a part of them is not known.
  private func options(of valueSet: JSONValue, depth: Int) -> [AnswerOption]? {
    guard depth < Self.depthLimit else { return nil }
    var found: [AnswerOption] = []
    let includes = valueSet["compose"]?["include"]?.elements ?? []
    for include in includes {
      guard let options = included(include, depth: depth) else {
        return expansion(of: valueSet)
      }
      found += options
    }
    if found.isEmpty { return expansion(of: valueSet) }
    for exclude in valueSet["compose"]?["exclude"]?.elements ?? [] {
      guard let options = included(exclude, depth: depth) else { return expansion(of: valueSet) }
      found.removeAll { option in options.contains { $0.matches(option.value) } }
    }
    return found
  }

  private func included(_ include: JSONValue, depth: Int) -> [AnswerOption]? {
    let system = include["system"]?.string
    if include["filter"] != nil { return nil }
    var found: [AnswerOption]?
    if let concepts = include["concept"]?.elements {
      found = concepts.map { concept in
        AnswerOption(concept: named(concept, in: system), system: system)
      }
    } else if let system {
      guard let codeSystem = codeSystems[system] else { return nil }
      found = concepts(codeSystem["concept"], system)
    }
    for reference in include["valueSet"]?.elements.compactMap(\.string) ?? [] {
      guard let other = valueSets[reference] ?? valueSets[Self.unversioned(reference)],
        let options = options(of: other, depth: depth + 1)
      else { return nil }
      // Several value sets in one include mean what is in all of them.
      found = found?.filter { known in options.contains { $0.matches(known.value) } } ?? options
    }
    return found
  }

  /// A concept with the words of its code system, where it has none of its own.
  private func named(_ concept: JSONValue, in system: String?) -> JSONValue {
    guard concept["display"] == nil, let system, let code = concept["code"]?.string,
      var object = concept.object,
      let option = concepts(codeSystems[system]?["concept"], system).first(where: {
        $0.value.code == code
      })
    else { return concept }
    object["display"] = .string(option.label)
    return .object(object)
  }

  private func concepts(_ json: JSONValue?, _ system: String) -> [AnswerOption] {
    (json?.elements ?? []).flatMap { concept in
      [AnswerOption(concept: concept, system: system)] + concepts(concept["concept"], system)
    }
  }

  private func expansion(of valueSet: JSONValue) -> [AnswerOption]? {
    guard let contains = valueSet["expansion"]?["contains"] else { return nil }
    return expanded(contains)
  }

  private func expanded(_ json: JSONValue?) -> [AnswerOption] {
    (json?.elements ?? []).flatMap { concept in
      let isAbstract = concept["abstract"]?.bool ?? false || concept["code"] == nil
      return (isAbstract ? [] : [AnswerOption(concept: concept, system: nil)])
        + expanded(concept["contains"])
    }
  }

  static func unversioned(_ reference: String) -> String {
    reference.split(separator: "|", maxSplits: 1).first.map(String.init) ?? reference
  }
}

extension ValueSetLibrary {
  /// The form with those value sets put into it that it names and does not hold.
  func contained(in form: JSONValue) -> JSONValue {
    guard !valueSets.isEmpty, var object = form.object else { return form }
    let own = ValueSetLibrary(containedIn: form).valueSets
    var added: [JSONValue] = []
    var seen: Set<String> = []
    for reference in Self.references(in: form["item"]) where own[reference] == nil {
      let name = Self.unversioned(reference)
      guard seen.insert(name).inserted,
        let valueSet = valueSets[reference] ?? valueSets[name],
        let options = options(of: valueSet, depth: 0), !options.isEmpty
      else { continue }
      added.append(Self.written(valueSet, options, number: added.count + 1))
    }
    guard !added.isEmpty else { return form }
    object["contained"] = .array((form["contained"]?.elements ?? []) + added)
    return .object(object)
  }

  private static func references(in items: JSONValue?) -> [String] {
    (items?.elements ?? []).flatMap { item in
      [item["answerValueSet"]?.string].compactMap { $0 } + references(in: item["item"])
    }
  }

  /// A value set that lists its choices itself.
  private static func written(
    _ valueSet: JSONValue, _ options: [AnswerOption], number: Int
  ) -> JSONValue {
    var object = valueSet.object ?? JSONObject()
    object["id"] = object["id"] ?? .string("valueset-\(number)")
    object["compose"] = nil
    object["text"] = nil
    object["expansion"] = .object([
      "timestamp": valueSet["date"] ?? .string("1970-01-01"),
      "contains": .array(options.map(concept)),
    ])
    return .object(object)
  }

  private static func concept(_ option: AnswerOption) -> JSONValue {
    guard case .coding(let coding) = option.value else { return .null }
    var object = JSONObject()
    if let weight = option.weight {
      object["extension"] = .array([
        .object(["url": .string(ExtensionURL.itemWeight), "valueDecimal": .number("\(weight)")])
      ])
    }
    object["system"] = coding.system.map(JSONValue.string)
    object["code"] = coding.code.map(JSONValue.string)
    object["display"] = coding.display.map(JSONValue.string)
    return .object(object)
  }
}
