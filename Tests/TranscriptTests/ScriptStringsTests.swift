import Foundation
import Testing

@Suite struct `Translating scripts` {
  private static let script = "title: A\n---\nAnn: Hello.\n-> Yes\n-> No\n===\n"

  private static let tagged = """
    title: A
    ---
    Ann: Hello. #line:A_0100_Ann
    -> Yes #line:A_0200
    -> No #line:A_0300
    ===

    """

  private static let project = """
    {"projectFileVersion": 4, "sourceFiles": ["*.yarn"], "baseLanguage": "en",
     "localisation": {"de": {"strings": "de.csv"}}}
    """

  @Test func `begins with ids`() throws {
    let folder = try ScriptFolder(["a.yarn": Self.script, "bad.yarn": "title: B\n---\n{\n===\n"])
    defer { folder.remove() }
    #expect(
      folder.run("script strings tag @/a.yarn --descriptive --dry-run") == """
        @/a.yarn: 3 ids added
        3 ids would be added in 1 script; 0 lines had one

        """)
    #expect(try folder.text(of: "a.yarn") == Self.script)
    #expect(
      folder.run("script strings tag @ --descriptive") == """
        @/a.yarn: 3 ids added
        3 ids added in 1 script; 0 lines had one
        kith: left as they are, for they have mistakes: @/bad.yarn
        hint: 'kith script check' shows the mistakes
        [exit 1]

        """)
    #expect(try folder.text(of: "a.yarn") == Self.tagged)
    #expect(
      folder.run("script strings tag @/a.yarn") == "0 ids added in 0 scripts; 3 lines had one\n")
    #expect(try folder.text(of: "a.yarn") == Self.tagged)
  }

  @Test func `keeps who may read a script`() throws {
    let folder = try ScriptFolder(["a.yarn": Self.script])
    defer { folder.remove() }
    #expect(chmod(folder.path(of: "a.yarn"), 0o640) == 0)
    _ = folder.run("script strings tag @/a.yarn")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(of: "a.yarn"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `needs ids`() throws {
    let folder = try ScriptFolder(["a.yarn": Self.script])
    defer { folder.remove() }
    #expect(
      folder.run("script strings extract @/a.yarn --language de") == """
        kith: 3 lines without an id, the first at @/a.yarn:3; a translation would lose its line \
        with the next edit
        hint: add ids with 'kith script strings tag @/a.yarn'
        [exit 1]

        """)
  }

  @Test func `extracts, merges and tells how far it is`() throws {
    let folder = try ScriptFolder(["a.yarn": Self.tagged, "p.yarnproject": Self.project])
    defer { folder.remove() }
    #expect(
      folder.run("script strings extract @ --language de --output @/de.csv")
        == "@/de.csv: 3 lines in de\n")
    #expect(
      try folder.text(of: "de.csv") == """
        language,id,text,file,node,lineNumber,lock,comment
        de,line:A_0100_Ann,,a.yarn,A,3,7b1f2940,source: Ann: Hello.
        de,line:A_0200,,a.yarn,A,4,4973aa4d,source: Yes
        de,line:A_0300,,a.yarn,A,5,bd0c2ef2,source: No

        """)
    try folder.write(
      Data(
        """
        language,id,text,file,node,lineNumber,lock,comment
        de,line:A_0100_Ann,"Ann: Hallo, {0}.",a.yarn,A,3,7b1f2940,source: Ann: Hello.
        de,line:A_0300,Nein,a.yarn,A,5,bd0c2ef2,with a sigh
        de,line:old,Alt,a.yarn,A,9,1,

        """.utf8), to: "de.csv")
    let changed = Self.tagged.replacing("-> No", with: "-> Nope")
    try folder.write(Data(changed.utf8), to: "a.yarn")
    #expect(
      folder.run("script strings merge @ @/de.csv")
        == "@/de.csv: de: 1 new, 1 changed, 1 no longer in the scripts\n")
    #expect(
      try folder.text(of: "de.csv") == """
        language,id,text,file,node,lineNumber,lock,comment
        de,line:A_0100_Ann,"Ann: Hallo, {0}.",a.yarn,A,3,7b1f2940,source: Ann: Hello.
        de,line:A_0200,,a.yarn,A,4,4973aa4d,source: Yes
        de,line:A_0300,Nein,a.yarn,A,5,bd0c2ef2,with a sigh
        de,line:old,Alt,a.yarn,A,9,1,no longer in the scripts

        """)
    #expect(
      folder.run("script strings status @ --strict") == """
        de: 33 % of 3 lines: 1 translated, 1 missing, 1 outdated, 1 unknown
          the text of ‘line:A_0100_Ann’ has the placeholder {0}, but its line has no expression; \
        take it out
        [exit 1]

        """)
  }

  @Test func `never writes over translations`() throws {
    let folder = try ScriptFolder(["a.yarn": Self.tagged, "de.csv": "mine"])
    defer { folder.remove() }
    #expect(
      folder.run("script strings extract @ --language de --output @/de.csv") == """
        kith: '@/de.csv' exists already, and its texts would be lost
        hint: bring it up to date with 'kith script strings merge', or name another file
        [exit 1]

        """)
    #expect(try folder.text(of: "de.csv") == "mine")
  }

  @Test func `points at what is wrong in a table`() throws {
    let folder = try ScriptFolder(["a.yarn": Self.tagged, "de.csv": "id,text\n\"a,b\n"])
    defer { folder.remove() }
    #expect(
      folder.run("script strings status @ @/de.csv --language de") == """
        kith: the table cannot be read
        @/de.csv:2:1: error: the quotation mark is never closed; add ‘"’ at the end of the cell \
        [KI0221]
        "a,b
        ^
        [exit 1]

        """)
  }
}
