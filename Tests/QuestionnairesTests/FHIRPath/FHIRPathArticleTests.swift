import FoundationEssentials
import Testing

@testable import Questionnaires

@Suite struct `The article on FHIRPath` {
  @Test func `names every function, and no other`() throws {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    let path = root + "/Sources/Questionnaires/Documentation.docc/FHIRPath.md"
    let article = String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    let kinds = [
      "whether there is something", "some of the values", "choosing and converting", "text",
      "numbers", "the tree, the moment, the rest", "questionnaires",
    ]
    let rows = article.split(separator: "\n").filter { row in
      kinds.contains { row.hasPrefix("| \($0) |") }
    }
    let names = rows.flatMap { row in
      row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    #expect(rows.count == kinds.count)
    #expect(names.sorted() == FHIRPathFunction.allCases.map(\.rawValue).sorted())
  }
}
