import Foundation

/// The folder of official cases, which is not part of the package.
///
/// The environment variable `KITH_SUITES` names the folder of all suites; without it the folder
/// `../shared/suites` beside the package is used. Tests are skipped when there is none.
enum Suites {
  static let yarn: URL? = {
    let root =
      ProcessInfo.processInfo.environment["KITH_SUITES"].map { URL(filePath: $0) }
      ?? packageRoot.deletingLastPathComponent().appending(path: "shared/suites")
    let folder = root.appending(path: "yarn")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  static var arePresent: Bool { yarn != nil }

  private static var packageRoot: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Lists the files of a folder with an extension, sorted by name; empty without suites.
  static func files(in folder: String, _ fileExtension: String) -> [URL] {
    guard let yarn else { return [] }
    let path = yarn.appending(path: folder).path
    let names = (FileManager.default.subpaths(atPath: path) ?? []).sorted()
    return names.filter { $0.hasSuffix("." + fileExtension) }
      .map { URL(filePath: path).appending(path: $0) }
  }

  static func text(_ url: URL) throws -> String {
    try String(contentsOf: url, encoding: .utf8)
  }

  /// Decodes a file that holds one JSON value a line.
  static func cases<Case: Decodable>(_ name: String, as type: Case.Type) throws -> [Case] {
    guard let yarn else { return [] }
    let decoder = JSONDecoder()
    return try text(yarn.appending(path: name)).split(separator: "\n")
      .map { try decoder.decode(Case.self, from: Data($0.utf8)) }
  }
}
