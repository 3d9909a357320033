import Foundation
import Testing
import YarnCompiler
import YarnRuntime

@Suite struct `The guide` {
  @Test(arguments: ["TheLanguage", "DifferencesFromYarnSpinner", "EmbeddingTheEngine"])
  func `shows scripts without a fault`(page: String) throws {
    for block in try GuidePage(page).blocks(in: "yarn") {
      let isNode = block.hasPrefix("title:")
      let text = isNode ? block + "\n" : "title: Start\n---\n\(block)\n===\n"
      let compilation = Compiler().compile([Source(name: "guide.yarn", text: text)])

      #expect(compilation.diagnostics.map(\.excerpt) == [], "\(page)")
      let program = try #require(compilation.program)
      try playThrough(program)
    }
  }

  /// Plays to the end, taking the first option that can be chosen.
  private func playThrough(_ program: Program) throws {
    var dialogue = Dialogue(program: program, seed: 1)
    try dialogue.start(at: "Start")
    while true {
      switch try dialogue.next(using: Library()) {
      case .options(let options): try dialogue.choose(options.first(where: \.isAvailable)?.index)
      case .dialogueCompleted: return
      case .line, .command, .nodeStarted, .nodeCompleted: continue
      }
    }
  }

  @Test func `shows code that is tested`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let code = try ["Theatre.swift", "EmbeddingTests.swift"]
      .map { lines(of: try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    let blocks = try GuidePage("EmbeddingTheEngine").blocks(in: "swift")

    #expect(blocks.count == 5)
    for block in blocks {
      let isTested = code.contains { $0.contains(lines(of: block)) }
      #expect(isTested, "\(block)")
    }
  }

  /// A text without the blanks before its lines.
  private func lines(of text: String) -> String {
    text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: "\n")
  }

  @Test func `links its pages from the first`() throws {
    let first = try GuidePage("YarnCompiler").text

    for page in ["TheLanguage", "DifferencesFromYarnSpinner", "EmbeddingTheEngine"] {
      #expect(first.contains("<doc:\(page)>"))
    }
  }
}
