import Foundation
import Testing

@Suite struct `Checking scripts` {
  @Test func `shows every mistake with its place`() throws {
    let folder = try ScriptFolder(["ten.yarn": Self.tenMistakes])
    defer { folder.remove() }
    #expect(folder.run("script check @/ten.yarn") == Self.tenRemarks)
  }

  @Test func `tells how much was looked at`() throws {
    let folder = try ScriptFolder([
      "a.yarn": "title: A\n---\nOne\n<<jump B>>\n===\n", "sub/b.yarn": "title: B\n---\nTwo\n===\n",
    ])
    defer { folder.remove() }
    #expect(folder.run("script check @") == "2 scripts, 2 nodes, 2 lines: 0 errors, 0 warnings\n")
    #expect(
      folder.run("script check @/a.yarn --warnings-as-errors") == """
        @/a.yarn:4:8: warning: no node is called ‘B’ [YS0012]
        <<jump B>>
               ^
        1 script, 1 node, 1 line: 0 errors, 1 warning
        [exit 1]

        """)
  }

  @Test func `gives editors JSON`() throws {
    let folder = try ScriptFolder(["a.yarn": "title: A\n---\nHi {true\n===\n"])
    defer { folder.remove() }
    #expect(
      folder.run("script check @/a.yarn --json") == """
        [
          {
            "code" : "YS0005",
            "column" : 9,
            "endColumn" : 1,
            "endLine" : 4,
            "file" : "@/a.yarn",
            "line" : 3,
            "message" : "the expression is not closed; add ‘}’",
            "severity" : "error"
          }
        ]
        [exit 1]

        """)
  }

  @Test func `cuts long lines round the place, and counts tabs and wide letters`() throws {
    let words = String(repeating: "word ", count: 40)
    let folder = try ScriptFolder(
      columns: 50, ["a.yarn": "title: A\n---\n\t宽: {1 +}\n\(words){1 +} \(words)\n===\n"])
    defer { folder.remove() }
    let shown = folder.run("script check @/a.yarn").split(separator: "\n")
    #expect(shown.contains("    宽: {1 +}"))
    #expect(shown.contains("            ^"))
    #expect(shown.contains("…d word word word word {1 +} word word word word…"))
    #expect(shown.contains("                        ^^^"))
  }

  @Test func `refuses what is no text`() throws {
    let folder = try ScriptFolder(["bom.yarn": "\u{FEFF}title: A\r\n---\r\nHi\r\n==="])
    defer { folder.remove() }
    try folder.write(Data([0x61, 0x0A, 0x62, 0x00]), to: "binary.yarn")
    try folder.write(Data("title: ä\n---\nH\u{E4} ".utf8) + [0xE9, 0x20], to: "latin.yarn")
    #expect(mkfifo(folder.path(of: "pipe.yarn"), 0o600) == 0)
    #expect(
      folder.run("script check @") == """
        @/binary.yarn:2:2: error: this is no text: it has a NUL byte; name a text file [KI0201]
        @/latin.yarn:3:4: error: this is not UTF-8; save the file with that encoding [KI0202]
        Hä \u{FFFD}\u{20}
           ^
        @/pipe.yarn:1:1: error: this is a pipe or a device; name an ordinary file [KI0204]
        1 script: 3 errors, 0 warnings
        [exit 1]

        """)
  }

  @Test func `ends where folders lead back to themselves`() throws {
    let folder = try ScriptFolder([
      "a.yarn": "title: A\n---\nHi\n===\n",
      "p.yarnproject": "{\"projectFileVersion\": 4, \"sourceFiles\": [\"**/*\", \"../**/*.yarn\"]}",
    ])
    defer { folder.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "again"), withDestinationPath: folder.path(of: ""))
    #expect(
      folder.run("script check @").split(separator: "\n").last
        == "1 script, 1 node, 1 line: 0 errors, 1 warning")
  }

  @Test func `needs something to read`() throws {
    let folder = try ScriptFolder(["readme.txt": "hello"])
    defer { folder.remove() }
    let hint = "hint: name a .yarn file, a .yarnproject, or a folder that holds them\n[exit 1]\n"
    #expect(
      folder.run("script check @/none.yarn")
        == "kith: there is no file or folder '@/none.yarn'\n" + hint)
    #expect(folder.run("script check @") == "kith: the folder '@' has no .yarn file\n" + hint)
  }

  @Test func `follows the project`() throws {
    let folder = try ScriptFolder([
      "p.yarnproject": """
      {"projectFileVersion": 4, "sourceFiles": ["s/*.yarn", "none/*.yarn"],
       "excludeFiles": ["s/old.yarn"], "definitions": "x.ysls.json",
       "compilerOptions": {"diagnosticsSeverity": {"YS0010": "none"}}}
      """,
      "x.ysls.json": "{\"commands\": [{\"yarnName\": \"wave\"}]}",
      "s/a.yarn": "title: A\n---\n<<declare $x = 1>>\n<<wavee>>\n===\n",
      "s/old.yarn": "title: A\n---\nHi {\n===\n", "other.yarn": "title: A\n---\nHi {\n===\n",
    ])
    defer { folder.remove() }
    #expect(
      folder.run("script check @/p.yarnproject") == """
        @/p.yarnproject:1:1: warning: no file matches ‘none/*.yarn’; check the pattern [KI0205]
        @/s/a.yarn:4:1: warning: the host has no command ‘wavee’; did you mean ‘wave’? [YS0060]
        <<wavee>>
        ^^^^^^^^^
        1 script, 1 node, 0 lines: 0 errors, 2 warnings

        """)
  }

  @Test func `points into a project that cannot be read`() throws {
    let folder = try ScriptFolder([
      "a.yarn": "title: A\n---\nHi\n===\n",
      "p.yarnproject": "{\n  \"projectFileVersion\": 4\n  \"sourceFiles\": []\n}\n",
    ])
    defer { folder.remove() }
    #expect(
      folder.run("script check @") == """
        @/p.yarnproject:3:3: error: this is no JSON: ‘,’ or ‘}’ should stand here [KI0211]
          "sourceFiles": []
          ^
        0 scripts: 1 error, 0 warnings
        [exit 1]

        """)
  }
}

extension `Checking scripts` {
  private static let tenMistakes = """
    title: Start
    ---
    <<declare $mood = 5>>
    Hello, {$moood}!
    <<set $mood = "low">>
    <<jump Strat>>
    ===
    title: Two
    ---
    A slash \\q. #line:one
    Another line. #line:one
    {round($mood, 2)}
    -> Go on <<if $mood>>
        <<return>>
        Never said.
    <<wave
    ===
    title: End Node
    ---
    <<if true>>
    ===

    """

  private static let tenRemarks = """
    @/ten.yarn:4:9: warning: ‘$moood’ is not declared; did you mean ‘$mood’? [YS0003]
    Hello, {$moood}!
            ^^^^^^
    @/ten.yarn:4:9: error: the type of ‘$moood’ cannot be told; declare it with <<declare>> [YS0029]
    Hello, {$moood}!
            ^^^^^^
    @/ten.yarn:5:1: error: ‘$mood’ is a Number and cannot be set to a String [YS0050]
    <<set $mood = "low">>
    ^^^^^^^^^^^^^^^^^^^^^
    @/ten.yarn:6:8: warning: no node is called ‘Strat’; did you mean ‘Start’? [YS0012]
    <<jump Strat>>
           ^^^^^
    @/ten.yarn:10:9: error: this cannot be escaped; write ‘\\\\’ for a backslash [YS0005]
    A slash \\q. #line:one
            ^^
    @/ten.yarn:10:13: error: the id ‘#line:one’ is used more than once; give each line its own [YS0018]
    A slash \\q. #line:one
                ^^^^^^^^^
    @/ten.yarn:11:15: error: the id ‘#line:one’ is used more than once; give each line its own [YS0018]
    Another line. #line:one
                  ^^^^^^^^^
    @/ten.yarn:12:2: error: ‘round’ takes 1 argument, not 2 [YS0014]
    {round($mood, 2)}
     ^^^^^
    @/ten.yarn:13:10: error: a line's condition needs a Bool, not a Number [YS0050]
    -> Go on <<if $mood>>
             ^^^^^^^^^^^^
    @/ten.yarn:15:5: warning: this can never be reached; move it above the jump, return or stop [YS0008]
        Never said.
        ^^^^^^^^^^^
    @/ten.yarn:16:7: error: the command is not closed; add ‘>>’ [YS0006]
    <<wave
          ^
    @/ten.yarn:18:11: error: ‘ ’ cannot stand in a title; use letters, digits and underscores [YS0027]
    title: End Node
              ^
    @/ten.yarn:21:1: error: the ‘<<if>>’ of line 20 is not closed; add ‘<<endif>>’ [YS0007]
    ===
    ^^^
    1 script: 10 errors, 3 warnings
    [exit 1]

    """
}
