import Testing
import YarnRuntime

@Suite struct `A string table` {
  private let place = LineEntry.Place(node: "A", file: "a.yarn")

  private func entry(_ text: String) -> LineEntry {
    LineEntry(text: text, place: place, line: 1, tags: [], isImplicit: false)
  }

  private func table(_ ids: [String]) -> LineTable {
    ids.reduce(into: LineTable()) { $0[$1] = entry("text of " + $1) }
  }

  @Test func `finds its lines and keeps their order`() {
    let table = table(["line:c", "line:a", "line:b"])

    #expect(Array(table.keys) == ["line:c", "line:a", "line:b"])
    #expect(table["line:a"]?.text == "text of line:a")
    #expect(table["line:d"] == nil)
    #expect(LineTable()["line:a"] == nil)
  }

  @Test func `finds each of many lines`() {
    let ids = (0..<10_000).map { "line:\($0)" }
    let table = table(ids)

    #expect(table.count == 10_000)
    #expect(ids.allSatisfy { table[$0]?.text == "text of " + $0 })
  }

  @Test func `replaces a line and takes one out`() {
    var table = table(["line:a", "line:b", "line:c"])
    table["line:b"] = entry("new")
    table["line:a"] = nil
    table["line:d"] = nil

    #expect(table.map(\.key) == ["line:b", "line:c"])
    #expect(table.values.map(\.text) == ["new", "text of line:c"])
    #expect(table["line:a"] == nil)
    #expect(table["line:c"]?.text == "text of line:c")
  }

  @Test func `makes a taken id longer when it may`() {
    var table = table(["line:a"])
    let (position, isRepeated) = table.add(entry("second"), id: "line:a", isFixed: false)
    let again = table.add(entry("third"), id: "line:a")

    #expect(position == 1)
    #expect(!isRepeated)
    #expect(again.position == 0)
    #expect(again.isRepeated)
    #expect(table["line:a_"]?.text == "second")
    #expect(table["line:a"]?.text == "third")
  }

  @Test func `keeps all that is known of a line`() {
    var entry = LineEntry(
      pieces: ["a ", " b"], place: place, line: 7, tags: ["x"], isImplicit: true,
      shadowOf: "line:z")

    #expect(entry.pieces == ["a ", " b"])
    #expect([entry.node, entry.file, entry.shadowOf] == ["A", "a.yarn", "line:z"])
    #expect(entry.line == 7)
    entry.pieces = ["c"]
    entry.node = "B"
    entry.file = "b.yarn"
    entry.shadowOf = nil
    #expect(entry.text == "c")
    #expect([entry.node, entry.file, entry.shadowOf] == ["B", "b.yarn", nil])
  }
}
