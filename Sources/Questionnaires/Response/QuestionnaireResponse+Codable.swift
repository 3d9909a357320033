extension QuestionnaireResponse: Codable {
  private enum CodingKeys: String, CodingKey {
    case resourceType, questionnaire, status, language, authored, item
  }

  /// Reads a FHIR R4 resource of type `QuestionnaireResponse`.
  ///
  /// - Throws: `DecodingError` when it is something else or an answer cannot be read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard try container.decode(String.self, forKey: .resourceType) == "QuestionnaireResponse" else {
      throw DecodingError.dataCorruptedError(
        forKey: .resourceType, in: container, debugDescription: "not a questionnaire response")
    }
    self.init(
      questionnaire: try container.decodeIfPresent(String.self, forKey: .questionnaire),
      status: try container.decode(Status.self, forKey: .status),
      language: try container.decodeIfPresent(String.self, forKey: .language),
      authored: try container.decodeIfPresent(String.self, forKey: .authored),
      items: try container.decodeIfPresent([Item].self, forKey: .item) ?? [])
  }

  /// Writes a FHIR R4 resource.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("QuestionnaireResponse", forKey: .resourceType)
    try container.encodeIfPresent(language, forKey: .language)
    try container.encodeIfPresent(questionnaire, forKey: .questionnaire)
    try container.encode(status, forKey: .status)
    try container.encodeIfPresent(authored, forKey: .authored)
    if !items.isEmpty { try container.encode(items, forKey: .item) }
  }
}

extension QuestionnaireResponse.Item: Codable {
  private enum CodingKeys: String, CodingKey {
    case linkId, answer, item
  }

  /// Reads an element of `item`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      linkID: try container.decode(LinkID.self, forKey: .linkId),
      answers: try container.decodeIfPresent([QuestionnaireResponse.Answer].self, forKey: .answer)
        ?? [],
      items: try container.decodeIfPresent([QuestionnaireResponse.Item].self, forKey: .item) ?? [])
  }

  /// Writes an element of `item`; FHIR forbids empty lists, so those are left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(linkID, forKey: .linkId)
    if !answers.isEmpty { try container.encode(answers, forKey: .answer) }
    if !items.isEmpty { try container.encode(items, forKey: .item) }
  }
}

extension QuestionnaireResponse.Answer: Codable {
  private enum CodingKeys: String, CodingKey {
    case item
  }

  /// Reads an element of `answer`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try AnswerValue(from: decoder),
      items: try container.decodeIfPresent([QuestionnaireResponse.Item].self, forKey: .item) ?? [])
  }

  /// Writes an element of `answer`.
  public func encode(to encoder: any Encoder) throws {
    try value.encode(to: encoder)
    guard !items.isEmpty else { return }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(items, forKey: .item)
  }
}
