import Foundation

/// A page of the guide to the compiler.
struct GuidePage {
  let text: String

  init(_ name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/YarnCompiler/YarnCompiler.docc/\(name).md")
    text = try String(contentsOf: file, encoding: .utf8)
  }

  /// The contents of the fenced blocks in a language.
  func blocks(in language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
  }
}
