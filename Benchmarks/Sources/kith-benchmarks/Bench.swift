import CoachContent
import Foundation
import Spawning

/// The place of a run: what is measured, with what, and a folder that goes when it is over.
struct Bench {
  /// The program that is measured.
  let kith: String

  /// The content that lies beside it.
  let content: ContentFolder

  /// The folder of this program and of the small ones it needs.
  let tools: String

  /// A folder for vaults and transcripts, removed by ``clear()``.
  let scratch: String

  /// Sets up a run.
  ///
  /// - Parameters:
  ///   - kith: The path of the release binary.
  ///   - executable: The path of this program, its links resolved.
  /// - Throws: ``BenchError`` when the binary or its content is missing; Foundation's error when
  ///   no folder can be made.
  init(kith: String, executable: String) throws {
    let binary = URL(filePath: kith).resolvingSymlinksInPath().path
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      throw BenchError("\(kith) is no program; build it with 'make release'")
    }
    guard
      let content = ContentFolder.find(chosen: nil, executable: binary, dataFolders: [])
    else { throw BenchError("the content does not lie beside \(kith); build it again") }
    self.kith = binary
    self.content = content
    tools = URL(filePath: executable).deletingLastPathComponent().path
    scratch =
      FileManager.default.temporaryDirectory
      .appending(path: "kith-benchmarks-\(ProcessInfo.processInfo.processIdentifier)").path
    try FileManager.default.createDirectory(
      atPath: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// Removes everything the run wrote.
  ///
  /// - Throws: Foundation's error when something cannot be removed.
  func clear() throws {
    try FileManager.default.removeItem(atPath: scratch)
  }

  /// A program as it is run here: no input, no output, and a home folder that is empty.
  func program(_ path: String, _ arguments: [String] = []) -> Program {
    var variables = ProcessInfo.processInfo.environment
    for name in variables.keys where name.hasPrefix("KITH_") || name.hasPrefix("XDG_") {
      variables[name] = nil
    }
    variables["HOME"] = scratch
    return Program(path, arguments, environment: variables.map { "\($0.key)=\($0.value)" })
  }
}

/// What keeps a figure from being measured.
struct BenchError: Error, CustomStringConvertible {
  /// What is wrong, and what to do.
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
