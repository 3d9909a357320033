import Foundation
import Testing

/// A folder of scripts for one test, in which commands are run.
struct ScriptFolder {
  private let stage: Stage
  private let path: String

  init(columns: Int = 80, _ files: [String: String]) throws {
    stage = try Stage(columns: columns)
    path = stage.home + "/scripts"
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  /// Writes a file, and the folders it lies in.
  func write(_ contents: Data, to name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try contents.write(to: file)
  }

  /// The text of a file.
  func text(of name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// Where a file lies.
  func path(of name: String) -> String { "\(path)/\(name)" }

  /// Runs a command; `@` stands for the folder, in the arguments and in what is shown.
  func run(_ command: String) -> String {
    let words = command.split(separator: " ").map { String($0).replacing("@", with: path) }
    return stage.play(words, typing: []).replacing(path, with: "@")
  }

  /// Removes the folder.
  func remove() { stage.strike() }
}
