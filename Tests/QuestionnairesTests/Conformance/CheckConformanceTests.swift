import Testing

@testable import Questionnaires

@Suite(.enabled(if: FHIRSuite.isPresent, "the FHIR suite is not on this computer"))
struct `Responses of other projects` {
  /// Responses beyond the required scope that are judged wrongly: they need value sets from
  /// elsewhere.
  static let extraGaps = [
    "validation/choice-gender-coding-async-qr.json",
    "validation/quantity-units-not-in-value-set-qr.json",
    "validation/string-with-coding-async-qr.json",
  ]

  @Test func `are judged as their own projects judge them`() throws {
    let rows = try FHIRSuite.rows("validate.tsv").filter { $0[3] == "core" }
    let failing = try rows.filter { try !Self.isJudgedRightly($0) }.map { $0[0] }

    #expect(rows.count == 35)
    #expect(failing == [])
  }

  @Test func `beyond what a console can ask are judged as far as listed`() throws {
    let rows = try FHIRSuite.rows("validate.tsv").filter { $0[3] == "extra" }
    let failing = try rows.filter { try !Self.isJudgedRightly($0) }.map { $0[0] }

    #expect(failing == Self.extraGaps)
  }

  private static func isJudgedRightly(_ row: [String]) throws -> Bool {
    let json = try FHIRSuite.json(row[0])
    let form = try row[1].isEmpty ? contained(in: json) : FHIRSuite.questionnaire(row[1])
    // A response that cannot be read at all is not valid.
    guard let response = try? FHIRSuite.response(json) else { return row[2] == "invalid" }
    return form.faults(in: response).isEmpty == (row[2] == "valid")
  }

  private static func contained(in response: JSONValue) throws -> Questionnaire {
    let resources = response["contained"]?.elements ?? []
    let forms = resources.filter { $0["resourceType"]?.string == "Questionnaire" }
    return try Questionnaire(json: try #require(forms.first))
  }
}

@Suite(.enabled(if: FHIRSuite.isPresent, "the FHIR suite is not on this computer"))
struct `Faults in forms of other projects` {
  @Test func `are found where they are and nowhere else`() throws {
    let rows = try FHIRSuite.rows("lint.tsv")
    let failing = try rows.filter { row in
      let faults = try FHIRSuite.questionnaire(row[0]).faults()
      return !faults.contains { $0.severity == .error } != (row[2] == "valid")
    }.map { $0[0] }

    #expect(rows.count == 4)
    #expect(failing == [])
  }
}
