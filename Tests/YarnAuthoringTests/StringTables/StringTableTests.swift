import Testing
@testable import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite struct `A table of texts` {
  private func table(_ text: String) throws -> StringTable {
    let compilation = Compiler().compile([Source(name: "a.yarn", text: text)])
    return StringTable(of: try #require(compilation.program), language: "en")
  }

  private let script = """
    title: Start
    ---
    Ann: Hello, {1 + 1}! #line:a #happy
    -> "Yes" #line:b
    Again. #line:c
    Again. #shadow:c
    ===
    """

  @Test func `lists the lines of a program`() throws {
    #expect(
      try table(script).csv == """
        language,id,text,file,node,lineNumber,lock,comment
        en,line:a,"Ann: Hello, {0}!",a.yarn,Start,3,87081b45,
        en,line:b,\"""Yes\""",a.yarn,Start,4,4ba94854,
        en,line:c,Again.,a.yarn,Start,5,18f8e0bd,

        """)
  }

  @Test func `lists the hashtags of a program`() throws {
    let compilation = Compiler().compile([Source(name: "a.yarn", text: script)])
    let program = try #require(compilation.program)
    #expect(
      MetadataTable.csv(of: program).split(separator: "\n").prefix(2) == [
        "id,node,lineNumber,tags", "line:a,Start,3,happy lastline",
      ])
  }

  @Test func `is read in the form of Yarn Spinner's own compiler too`() throws {
    let table = try StringTable(
      csv: "id,text,file,node,lineNumber\nline:a,Hallo,a.yarn,Start,3\n", file: "de.csv",
      language: "de")
    #expect(
      table.rows == [
        StringTable.Row(
          language: "de", id: "line:a", text: "Hallo", file: "a.yarn", node: "Start",
          lineNumber: 3, lock: "", comment: "")
      ])
    #expect(table.texts(in: "de") == ["line:a": "Hallo"])
    #expect(table.texts(in: "fr") == [:])
  }

  @Test(arguments: [
    ("", "t:1:1: error: the table has no column ‘id’, ‘text’; name it in the first row [KI0221]"),
    (
      "id,file\n", "t:1:1: error: the table has no column ‘text’; name it in the first row [KI0221]"
    ),
    (
      "id,text\na,b\n\nc\n",
      "t:4:1: error: the row has 1 cells where the first row has 2; check its commas and quotes "
        + "[KI0221]"
    ),
    ("id,text\na,b\na,c\n", "t:3:1: error: the line ‘a’ has a row already; keep one [KI0221]"),
  ])
  func `is refused with the line of what is wrong`(csv: String, message: String) {
    do throws(FileFault) {
      _ = try StringTable(csv: csv, file: "t", language: "de")
      Issue.record("it was read")
    } catch {
      #expect("\(error)" == message)
    }
  }
}

@Suite struct `Merging translations` {
  private func row(
    _ id: String, _ text: String, lock: String = "", comment: String = "", language: String = "en"
  ) -> StringTable.Row {
    StringTable.Row(
      language: language, id: id, text: text, file: "a.yarn", node: "A", lineNumber: 3, lock: lock,
      comment: comment)
  }

  @Test func `keeps, adds, marks and sets apart`() {
    let base = StringTable([
      row("line:kept", "Kept", lock: "1"), row("line:changed", "Changed now", lock: "22"),
      row("line:new", "New", lock: "3"), row("line:revised", "Revised now", lock: "44"),
      row("line:empty", "Empty now", lock: "55"),
    ])
    let old = StringTable([
      row("line:gone", "Weg", lock: "9", language: "de"),
      row("line:kept", "Behalten", lock: "1", comment: "mine", language: "de"),
      row("line:changed", "Geändert", lock: "2", language: "de"),
      row("line:revised", "Überarbeitet", lock: "", language: "de"),
      row("line:empty", "", lock: "5", language: "de"),
      row("line:kept", "Gardé", lock: "1", language: "fr"),
    ])
    let (table, counts) = old.merged(with: base, language: "de")
    #expect(counts == StringTable.MergeCounts(added: 1, changed: 1, removed: 1))
    #expect(
      table.rows == [
        row("line:kept", "Behalten", lock: "1", comment: "mine", language: "de"),
        row(
          "line:changed", "Geändert", lock: "2", comment: "changed, source: Changed now",
          language: "de"),
        row("line:new", "", lock: "3", comment: "source: New", language: "de"),
        row(
          "line:revised", "Überarbeitet", lock: "44", comment: "source: Revised now",
          language: "de"),
        row("line:empty", "", lock: "55", comment: "source: Empty now", language: "de"),
        row("line:gone", "Weg", lock: "9", comment: "no longer in the scripts", language: "de"),
      ])
    #expect(old.merged(with: base, language: "de", prunes: true).table.rows.count == 5)
    #expect(table.merged(with: base, language: "de").table == table)
  }

  @Test func `shows how far a language has come`() {
    let base = StringTable([
      row("a", "A", lock: "1"), row("b", "B", lock: "2"), row("c", "C", lock: "3"),
    ])
    let table = StringTable([
      row("a", "x", lock: "1", language: "de"), row("b", "y", lock: "0", language: "de"),
      row("z", "z", language: "de"),
    ])
    let status = TranslationStatus(of: table, against: base, language: "de")
    #expect(status.translated == 1)
    #expect(status.missing == ["c"])
    #expect(status.outdated == ["b"])
    #expect(status.unknown == ["z"])
    #expect(status.percent == 33)
    #expect(!status.isComplete)
  }
}
