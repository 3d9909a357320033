import Foundation

/// Valid scripts to damage: those of the content, and the official ones where they are present.
enum Seeds {
  static func scripts() throws -> [[UInt8]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let suites =
      ProcessInfo.processInfo.environment["KITH_SUITES"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared/suites")
    var scripts: [[UInt8]] = []
    for folder in [root.appending(path: "Content/scripts"), suites.appending(path: "yarn")] {
      let names = FileManager.default.subpaths(atPath: folder.path) ?? []
      for name in names.sorted() where name.hasSuffix(".yarn") {
        scripts.append([UInt8](try Data(contentsOf: folder.appending(path: name))))
      }
    }
    return scripts
  }

  /// How long to go on, from the environment variable `KITH_FUZZ_MINUTES`; `nil` for a short run.
  static var minutes: Double? {
    ProcessInfo.processInfo.environment["KITH_FUZZ_MINUTES"].flatMap(Double.init)
  }

  /// Keeps the script that is being run, so that it can be looked at after a crash.
  static func keep(_ bytes: [UInt8]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "kith-fuzz-last.yarn")
    try Data(bytes).write(to: file)
  }
}
