extension FHIRPathElement {
  /// The values of a member, such as `answer` or `valueCoding`; none where there is no such member.
  func member(_ name: String) -> [FHIRPathElement] {
    switch self {
    case .object(let object, _): Self.member(name, of: object)
    case .response(let response): response.member(name)
    case .item(let item): item.member(name)
    case .answer(let item, let index): item.member(name, ofAnswer: index)
    case .coding(let coding, _): coding.member(name)
    case .quantity(let quantity): quantity.member(name)
    case .boolean, .integer, .decimal, .string, .moment: []
    }
  }

  /// The values of all members, in order.
  var children: [FHIRPathElement] {
    switch self {
    case .object(let object, _): Self.children(of: object)
    case .response(let response): response.childElements
    case .item(let item): item.childElements
    case .answer(let item, let index): item.childElements(ofAnswer: index)
    case .coding(let coding, _): Coding.members.flatMap { coding.member($0) }
    case .quantity(let quantity): Quantity.members.flatMap { quantity.member($0) }
    case .boolean, .integer, .decimal, .string, .moment: []
    }
  }

  /// A member of an object; `value` also finds `valueInteger` and the like.
  static func member(_ name: String, of object: JSONObject) -> [FHIRPathElement] {
    if let value = object[name] {
      return name == "resourceType" ? [] : elements(of: value, type: type(ofMember: name))
    }
    guard choices.contains(name) else {
      return object["resourceType"]?.string == name
        ? [.object(object, type: name)] : []
    }
    for member in object.members where member.key.hasPrefix(name) {
      let type = String(member.key.dropFirst(name.count))
      if types.contains(type) { return elements(of: member.value, type: type) }
    }
    return []
  }

  static func children(of object: JSONObject) -> [FHIRPathElement] {
    object.members.flatMap { member in
      member.key == "resourceType" || member.key.hasPrefix("_")
        ? [] : elements(of: member.value, type: type(ofMember: member.key))
    }
  }

  /// The members whose type is part of their name.
  private static let choices: Set = ["value", "answer", "effective", "onset", "deceased"]

  /// The types of members that are no plain text, where FHIR does not write the type.
  private static let memberTypes = [
    "authored": "DateTime", "date": "DateTime", "start": "DateTime", "end": "DateTime",
    "birthDate": "Date", "approvalDate": "Date", "lastReviewDate": "Date", "coding": "Coding",
    "extension": "Extension", "item": "BackboneElement", "contained": "Resource",
    "subject": "Reference", "author": "Reference", "source": "Reference",
    "unit": "String",
  ]

  private static func type(ofMember name: String) -> String? {
    if let known = memberTypes[name] { return known }
    for choice in choices where name.hasPrefix(choice) {
      let type = String(name.dropFirst(choice.count))
      return types.contains(type) ? type : nil
    }
    return nil
  }
}

extension Coding {
  static let members = ["system", "version", "code", "display"]

  func member(_ name: String) -> [FHIRPathElement] {
    let text: String? =
      switch name {
      case "system": system
      case "version": version
      case "code": code
      case "display": display
      default: nil
      }
    return text.map { [.string($0)] } ?? []
  }
}

extension Quantity {
  static let members = ["value", "comparator", "unit", "system", "code"]

  func member(_ name: String) -> [FHIRPathElement] {
    if name == "value" { return value.map { [.decimal($0)] } ?? [] }
    let text: String? =
      switch name {
      case "comparator": comparator
      case "unit": unit
      case "system": system
      case "code": code
      default: nil
      }
    return text.map { [.string($0)] } ?? []
  }
}

extension QuestionnaireResponse {
  fileprivate func member(_ name: String) -> [FHIRPathElement] {
    switch name {
    case "item": items.map(FHIRPathElement.item)
    case "questionnaire": questionnaire.map { [.string($0)] } ?? []
    case "status": [.string(status.rawValue)]
    case "language": language.map { [.string($0)] } ?? []
    case "authored":
      authored.map { [FHIRPathElement($0, kind: .dateTime) ?? .string($0)] } ?? []
    case "QuestionnaireResponse": [.response(self)]
    default: FHIRPathElement.member(name, of: others)
    }
  }

  fileprivate var childElements: [FHIRPathElement] {
    FHIRPathElement.children(of: others)
      + ["questionnaire", "status", "language", "authored", "item"].flatMap { member($0) }
  }
}

extension QuestionnaireResponse.Item {
  fileprivate func member(_ name: String) -> [FHIRPathElement] {
    switch name {
    case "linkId": [.string(linkID.rawValue)]
    case "answer": answers.indices.map { .answer(self, $0) }
    case "item": items.map(FHIRPathElement.item)
    default: FHIRPathElement.member(name, of: others)
    }
  }

  fileprivate var childElements: [FHIRPathElement] {
    [.string(linkID.rawValue)] + FHIRPathElement.children(of: others)
      + answers.indices.map { .answer(self, $0) } + items.map(FHIRPathElement.item)
  }

  fileprivate func member(_ name: String, ofAnswer index: Int) -> [FHIRPathElement] {
    let answer = answers[index]
    if name == "item" { return answer.items.map(FHIRPathElement.item) }
    guard name.hasPrefix("value") else { return FHIRPathElement.member(name, of: answer.others) }
    let type = answer.value.typeName
    guard name == "value" || name.dropFirst("value".count) == type else { return [] }
    return value(ofAnswer: index)
  }

  /// The value of an answer; what says more than kith understands is taken as it was read.
  private func value(ofAnswer index: Int) -> [FHIRPathElement] {
    let answer = answers[index]
    if !answer.others.members.isEmpty, let object = answer.others["value" + answer.value.typeName] {
      return FHIRPathElement.elements(of: object, type: answer.value.typeName)
    }
    return FHIRPathElement(answer.value, of: linkID).map { [$0] } ?? []
  }

  fileprivate func childElements(ofAnswer index: Int) -> [FHIRPathElement] {
    let answer = answers[index]
    let rest = answer.others.without(["value" + answer.value.typeName])
    return value(ofAnswer: index) + FHIRPathElement.children(of: rest)
      + answer.items.map(FHIRPathElement.item)
  }
}
