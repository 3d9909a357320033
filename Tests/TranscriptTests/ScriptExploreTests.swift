import Foundation
import Testing

@Suite struct `Exploring scripts` {
  @Test func `shows findings with the shortest way, and how much was reached`() throws {
    let folder = try ScriptFolder(["door.yarn": Self.door])
    defer { folder.remove() }
    #expect(
      folder.run("script explore @/door.yarn") == """
        @/door.yarn:5: warning: none of the options is available [no-option-available]
          Start → 1 ‘Knock’
        @/door.yarn:5: warning: the option ‘Open it’ is never chosen [option-never-chosen]
        @/door.yarn:6: warning: the line ‘Come in.’ is never said [line-never-said]
        @/door.yarn:9: warning: the node ‘Garden’ is never reached [node-never-reached]
        from Start: 4 states
        nodes 50 % (1/2), options 66 % (2/3), lines 0 % (0/2)
        0 errors, 4 warnings

        """)
    #expect(folder.run("script explore @/door.yarn --strict").hasSuffix("[exit 1]\n"))
  }

  @Test func `ends with 1 where scripts go round in circles`() throws {
    let folder = try ScriptFolder(["a.yarn": "title: Start\n---\n<<jump Start>>\n===\n"])
    defer { folder.remove() }
    #expect(
      folder.run("script explore @/a.yarn") == """
        @/a.yarn:3: error: the node ‘Start’ comes round again for ever without a line [endless-loop]
          Start
        from Start: 1 state
        nodes 100 % (1/1), options 100 % (0/0), lines 100 % (0/0)
        1 error, 0 warnings
        [exit 1]

        """)
  }

  @Test func `gives programs JSON`() throws {
    let folder = try ScriptFolder([
      "a.yarn": "title: Start\n---\n<<hop>>\n===\n",
      "a.ysls.json": #"{"version": 1, "commands": [{"yarnName": "jig", "parameters": []}]}"#,
    ])
    defer { folder.remove() }
    let shown = folder.run("script explore @ --json")
    #expect(shown.contains(#""kind" : "unknown-command""#), "\(shown)")
    #expect(shown.contains(#""message" : "the host has no command ‘hop’""#), "\(shown)")
    #expect(shown.contains(#""isComplete" : true"#), "\(shown)")
  }

  @Test func `finds every node, option and line of kith's own content`() throws {
    let folder = try ScriptFolder([:])
    defer { folder.remove() }
    let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Content").path
    let shown = folder.run("script explore \(content) --strict")
    #expect(shown.contains("nodes 100 %"), "\(shown)")
    #expect(shown.hasSuffix("0 errors, 0 warnings\n"), "\(shown)")
  }

  private static let door = """
    title: Start
    ---
    <<declare $key = false>>
    -> Knock
        -> Open it <<if $key>>
            Come in.
    -> Go away
    ===
    title: Garden
    ---
    Roses.
    ===

    """
}
