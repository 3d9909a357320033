extension FHIRPathElement {
  /// The types that can stand behind `value` in the name of a member.
  static let types: Set = [
    "Boolean", "Integer", "Decimal", "String", "Date", "DateTime", "Time", "Instant", "Uri", "Url",
    "Canonical", "Code", "Id", "Oid", "Uuid", "Markdown", "PositiveInt", "UnsignedInt",
    "Base64Binary", "Coding", "CodeableConcept", "Quantity", "Reference", "Attachment", "Period",
    "Range", "Ratio", "Identifier", "HumanName", "Address", "ContactPoint", "Age", "Duration",
    "Expression", "Annotation", "Money", "Timing", "Signature", "SampledData", "UsageContext",
    "Count", "Distance", "ContactDetail", "RelatedArtifact", "Meta", "Dosage",
  ]

  /// Whether a name can be one of a type.
  ///
  /// FHIR has hundreds of resources, so every name with a large letter may be one; small letters are
  /// left to the types of single values.
  static func isType(_ name: String) -> Bool {
    types.contains(name.capitalized) || name.first?.isUppercase == true
  }

  /// Whether the value is of a type.
  ///
  /// FHIR writes `integer` what FHIRPath writes `Integer`, and takes one for the other where it has
  /// to. Here both names mean the same. The kinds of text, such as `code` and `uri`, are told apart
  /// only in JSON's eyes, which is to say not at all.
  func isOf(_ type: FHIRPathTerm.TypeName) -> Bool {
    let name = type.name.capitalized
    switch self {
    case .boolean: return name == "Boolean"
    case .integer:
      return ["Integer", "PositiveInt", "UnsignedInt"].contains(name)
    case .decimal: return name == "Decimal"
    case .string:
      let kinds: Set = [
        "String", "Uri", "Url", "Canonical", "Code", "Id", "Oid", "Uuid", "Markdown",
        "Base64Binary",
      ]
      return kinds.contains(name)
    case .moment(let moment):
      switch moment.kind {
      case .date: return name == "Date"
      case .dateTime: return name == "DateTime" || name == "Instant"
      case .time: return name == "Time"
      }
    case .quantity: return name == "Quantity"
    case .coding: return name == "Coding" && !type.isSystem
    case .object(let object, let known):
      if let resource = object["resourceType"]?.string {
        return [resource, "Resource", "DomainResource"].contains(type.name)
      }
      return known == name || name == "Element"
    case .response:
      return ["QuestionnaireResponse", "Resource", "DomainResource"].contains(type.name)
    case .item, .answer: return ["BackboneElement", "Element"].contains(type.name)
    }
  }
}

extension String {
  /// The text with its first letter large.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
