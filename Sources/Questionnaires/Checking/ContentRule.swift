import FoundationEssentials

/// Checks attachments and references, which a console keeps but cannot ask for.
struct ContentRule {
  private let item: Item

  init(_ item: Item) {
    self.item = item
  }

  /// What is wrong with an answer; `nil` when nothing is, or when the answer is of another type.
  func problem(of answer: QuestionnaireResponse.Answer) -> ResponseFault.Problem? {
    switch answer.value {
    case .unsupported("Attachment"): attachment(answer.others["valueAttachment"])
    case .unsupported("Reference"): reference(answer.others["valueReference"])
    default: nil
    }
  }

  private func attachment(_ json: JSONValue?) -> ResponseFault.Problem? {
    guard let json else { return nil }
    let type = json["contentType"]?.string
    if !item.limits.mimeTypes.isEmpty, !item.limits.mimeTypes.contains(type ?? "") {
      return .content(code: "mime-type", words: "the attachment is of a type that is not asked for")
    }
    let size = json["size"]?.decimal
    let count = json["data"]?.string.flatMap { Data(base64Encoded: $0)?.count }
    if json["data"] != nil, count == nil {
      return .content(code: "format", words: "the data of the attachment is not base64")
    }
    if let size, let count, size != Decimal(count) {
      return .content(code: "size", words: "the attachment is not as large as it says")
    }
    if let limit = item.limits.maxSize, size ?? count.map({ Decimal($0) }) ?? 0 > limit {
      return .content(code: "max-size", words: "the attachment is larger than the form allows")
    }
    return nil
  }

  private func reference(_ json: JSONValue?) -> ResponseFault.Problem? {
    guard let text = json?["reference"]?.string, !text.hasPrefix("#") else { return nil }
    guard !text.isEmpty, !text.contains(where: \.isWhitespace) else {
      return .content(code: "reference", words: "the reference is no address")
    }
    if text.hasPrefix("urn:") { return nil }
    let named = json?["type"]?.string
    guard let type = Self.resourceType(in: text) ?? named else {
      return .content(code: "reference", words: "the reference does not name a resource")
    }
    guard Self.resourceTypes.contains(type) else {
      return .content(
        code: "reference", words: "the reference names no type of resource that FHIR R4 knows")
    }
    let allowed = item.limits.resourceTypes
    guard allowed.isEmpty || allowed.contains(type) else {
      return .content(
        code: "reference", words: "the reference is to a type of resource that is not asked for")
    }
    return nil
  }

  /// The type in an address such as `https://example.org/fhir/Patient/1/_history/2`.
  private static func resourceType(in address: String) -> String? {
    let parts = address.prefix { $0 != "?" && $0 != "|" }.split(separator: "/")
    let end = parts.lastIndex(of: "_history") ?? parts.count
    guard end >= 2 else { return nil }
    return String(parts[end - 2])
  }

  /// Source: the list of resource types of FHIR 4.0.1.
  private static let resourceTypes = Set(
    """
    Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse \
    AuditEvent Basic Binary BiologicallyDerivedProduct BodyStructure Bundle CapabilityStatement \
    CarePlan CareTeam CatalogEntry ChargeItem ChargeItemDefinition Claim ClaimResponse \
    ClinicalImpression CodeSystem Communication CommunicationRequest CompartmentDefinition \
    Composition ConceptMap Condition Consent Contract Coverage CoverageEligibilityRequest \
    CoverageEligibilityResponse DetectedIssue Device DeviceDefinition DeviceMetric DeviceRequest \
    DeviceUseStatement DiagnosticReport DocumentManifest DocumentReference \
    EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest EnrollmentResponse EpisodeOfCare \
    EventDefinition Evidence EvidenceVariable ExampleScenario ExplanationOfBenefit \
    FamilyMemberHistory Flag Goal GraphDefinition Group GuidanceResponse HealthcareService \
    ImagingStudy Immunization ImmunizationEvaluation ImmunizationRecommendation \
    ImplementationGuide InsurancePlan Invoice Library Linkage List Location Measure MeasureReport \
    Media Medication MedicationAdministration MedicationDispense MedicationKnowledge \
    MedicationRequest MedicationStatement MedicinalProduct MedicinalProductAuthorization \
    MedicinalProductContraindication MedicinalProductIndication MedicinalProductIngredient \
    MedicinalProductInteraction MedicinalProductManufactured MedicinalProductPackaged \
    MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition \
    MessageHeader MolecularSequence NamingSystem NutritionOrder Observation \
    ObservationDefinition OperationDefinition OperationOutcome Organization \
    OrganizationAffiliation Parameters Patient PaymentNotice PaymentReconciliation Person \
    PlanDefinition Practitioner PractitionerRole Procedure Provenance Questionnaire \
    QuestionnaireResponse RelatedPerson RequestGroup ResearchDefinition \
    ResearchElementDefinition ResearchStudy ResearchSubject RiskAssessment \
    RiskEvidenceSynthesis Schedule SearchParameter ServiceRequest Slot Specimen \
    SpecimenDefinition StructureDefinition StructureMap Subscription Substance \
    SubstanceNucleicAcid SubstancePolymer SubstanceProtein SubstanceReferenceInformation \
    SubstanceSourceMaterial SubstanceSpecification SupplyDelivery SupplyRequest Task \
    TerminologyCapabilities TestReport TestScript ValueSet VerificationResult VisionPrescription
    """.split(separator: " ").map(String.init))
}
