import Foundation
import Testing

@Suite struct `The promises` {
  let article: String
  let promises: [Substring]

  init() throws {
    article = try String(
      contentsOfFile: "\(Repository.root)/Sources/kith/Documentation.docc/Promises.md",
      encoding: .utf8)
    promises = article.split(separator: "\n## ").filter { $0.hasPrefix("P") }
  }

  @Test func `are thirteen, in order, each with a suite that proves it and with its limits`() {
    #expect(promises.map { String($0.prefix { $0 != ":" }) } == (1...13).map { "P\($0)" })
    for promise in promises {
      #expect(!Self.suites(in: promise).isEmpty, "\(promise.prefix(20))")
      #expect(promise.contains("\nNot promised: "), "\(promise.prefix(20))")
    }
  }

  @Test func `name only suites that exist`() throws {
    let suites = Self.suites(in: article[...])
    for (module, suite) in suites {
      let files = try Repository.swiftFiles(in: "Tests/\(module)")
      #expect(files.contains { $0.text.contains("struct `\(suite)`") }, "\(module)/\(suite)")
    }
    #expect(suites.count >= 26)
  }

  @Test func `say of every fault test where it is`() {
    let rows = article.matches(of: /(?m)^\| (T\d+) \|/).map { String($0.output.1) }
    #expect(rows == (1...27).map { "T\($0)" })
  }

  @Test func `are in the readme, in as many lines`() throws {
    let readme = try String(contentsOfFile: "\(Repository.root)/README.md", encoding: .utf8)
    let listed = readme.matches(of: /(?m)^(\d+)\.\s/).compactMap { Int($0.output.1) }
    #expect(listed == Array(1...13))
  }

  /// What stands between backticks as `Module/Suite`.
  private static func suites(in text: Substring) -> [(module: String, suite: String)] {
    text.matches(of: /`(\w+Tests)\/([^`]+)`/).map { (String($0.output.1), String($0.output.2)) }
  }
}
