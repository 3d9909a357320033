import Foundation
import Testing

@Suite struct `The tree` {
  @Test func `has at its top only what the house allows`() throws {
    let allowed: Set = [
      "Package.swift", "Sources", "Tests", "Content", "README.md", "LICENSE", "CHANGELOG.md",
      "CONTRIBUTING.md", "Makefile", "Benchmarks", "Scripts", "Package.resolved",
    ]
    let found = try FileManager.default.contentsOfDirectory(atPath: Repository.root)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(found).subtracting(allowed).isEmpty)
  }

  @Test func `links every decision record`() throws {
    let folder = "Sources/kith/Documentation.docc"
    let records = try Repository.paths(in: "\(folder)/Decisions")
      .compactMap { $0.split(separator: "/").last?.dropLast(".md".count) }
    let index = try String(
      contentsOfFile: "\(Repository.root)/\(folder)/Documentation.md", encoding: .utf8)
    for record in records where record != "Decisions" {
      #expect(index.contains("<doc:\(record)>"), "\(record)")
    }
    #expect(!records.isEmpty)
  }

  @Test func `names the two commands in the readme`() throws {
    let readme = try String(contentsOfFile: "\(Repository.root)/README.md", encoding: .utf8)
    #expect(readme.contains("make run"))
    #expect(readme.contains("make test"))
  }
}
