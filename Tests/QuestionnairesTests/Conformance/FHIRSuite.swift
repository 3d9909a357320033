import FoundationEssentials

@testable import Questionnaires

/// The public FHIR forms and expectations, which lie outside the project under their own licences.
///
/// Their folder is named by `KITH_SUITES`; without it, it is looked for beside the project.
enum FHIRSuite {
  struct MissingFile: Error {
    var path: String
  }

  static let folder: String = {
    let suites =
      ProcessInfo.processInfo.environment["KITH_SUITES"]
      ?? root(above: #filePath) + "/../shared/suites"
    return suites + "/fhir"
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder + "/load.tsv") }

  static func text(_ path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: folder + "/" + path) else {
      throw MissingFile(path: path)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func json(_ path: String) throws -> JSONValue { try JSONValue(parsing: text(path)) }

  static func questionnaire(_ path: String) throws -> Questionnaire {
    try Questionnaire(parsing: text(path))
  }

  static func response(_ json: JSONValue) throws -> QuestionnaireResponse {
    try JSONDecoder().decode(QuestionnaireResponse.self, from: Data(json.text().utf8))
  }

  /// The rows of a table below its heading.
  static func rows(_ path: String) throws -> [[String]] {
    try text(path).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The package lies three levels above this file.
  private static func root(above file: String) -> String {
    file.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
  }
}
