import Foundation
import TestSupport
import Testing

/// Scripts played, traced and tested by the program itself.
@Suite struct `A script` {
  private let kith = Products.path(of: "kith")
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      title: Start
      ---
      <<declare $gold = 2>>
      Ana: It is {phase()}.
      <<wave "twice" {$gold}>>
      -> Buy a lamp <<if $gold > 5>>
          Sold.
      -> Buy bread <<if $gold >= 2>>
          <<set $gold -= 2>>
          Ana: Here you are.
      -> Leave
      Ana: Anything else?
      -> No
      ===
      """, to: "shop.yarn")
    try folder.write(
      #"{"functions":[{"yarnName":"phase","parameters":[],"return":{"type":"string"}}]}"#,
      to: "shop.ysls.json")
  }

  private func run(_ words: [String], input: String = "") throws -> ChildProcess.Outcome {
    try ChildProcess.run(
      kith, ["script"] + words, input: Array(input.utf8), throughShell: "exec \"$0\" \"$@\" 2>&1")
  }

  /// Types an answer once a text has appeared and the prompt stands below it.
  private func answer(_ typed: String, to text: String, on screen: PtySession) throws {
    try screen.wait(for: "a prompt below ‘\(text)’") { shown in
      guard let place = shown.text.range(of: text, options: .backwards) else { return false }
      let last = shown.text[place.upperBound...].split(separator: "\n").last { line in
        line.contains { $0 != " " }
      }
      return last.map { $0.filter { $0 != " " } } == ">"
    }
    screen.send(typed + "\r")
  }

  @Test func `is played, and what was chosen can be taken back`() throws {
    let screen = try PtySession(kith, ["script", "play", "\(folder.path)/shop.yarn"])
    try answer("early", to: "(text)", on: screen)
    try screen.wait(for: "Ana: It is early.")
    try screen.wait(for: "<<wave \"twice\" 2>>")
    try answer("1", to: ":back · :vars · :quit · :help", on: screen)
    try answer("2", to: "That option is not available. Please choose another.", on: screen)
    try answer(":vars", to: "Ana: Anything else?", on: screen)
    try answer(":back", to: "$gold = 0", on: screen)
    try answer(":vars", to: "Back at the choice before.", on: screen)
    try screen.wait(for: "$gold = 2")
    screen.send("\u{3}")

    #expect(try screen.exitStatus() == 0)
    #expect(screen.isTerminalCalm)
  }

  @Test func `fits a window of forty columns`() throws {
    let screen = try PtySession(
      kith, ["script", "play", "\(folder.path)/shop.yarn"], rows: 12, columns: 40)
    try screen.wait(for: "The script asks phase(). What does")
    try screen.wait(for: "\n  >")
    screen.send("\u{4}")

    #expect(try screen.exitStatus() == 0)
  }

  @Test func `leaves a transcript, also where the input ends`() throws {
    let outcome = try run(
      ["play", "\(folder.path)/shop.yarn", "--transcript", "\(folder.path)/seen"],
      input: "early\n3\n")

    #expect(outcome.status == 0)
    #expect(
      try folder.text(of: "seen") == """
        $ kith script play \(folder.path)/shop.yarn
        The script asks phase(). What does it give? (text)
        > early
        Ana: It is early.
        <<wave "twice" 2>>
          - Buy a lamp (not available)
          2. Buy bread
          3. Leave
        > 3
        Ana: Anything else?
          1. No

        """)
  }

  @Test func `is traced, and the trace stops where the choices run out`() throws {
    let outcome = try run(["trace", "\(folder.path)/shop.yarn", "--choices", "2"])

    #expect(outcome.status == 0)
    #expect(
      outcome.output.split(separator: "\n").suffix(3) == [
        #"{"ev":"option","index":0,"available":true,"text":"No"}"#,
        "kith: the choices ran out after 1; options wait for one more",
        "hint: add to --choices, or give a seed such as --choices r1",
      ])
  }

  @Test func `is held against the plan beside it`() throws {
    try folder.write("line: `Ana: It is .`\ncommand: `wave`\n", to: "shop.testplan")
    try folder.write("stop\n", to: "gone.testplan")
    let outcome = try run(["test", folder.path])

    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        \(folder.path)/gone.testplan:1:1: error: there is no script '\(folder.path)/gone.yarn' beside the plan
        \(folder.path)/shop.testplan:2:1: error: the script does not follow
          expected: command: `wave`
          seen:     command: `wave "twice" 2`
        0 passed, 2 failed

        """)
  }

  @Test func `says where it cannot go on`() throws {
    try folder.write("title: Start\n---\nHello\n{1 % 0}\n===\n", to: "bad.yarn")
    let outcome = try run(["play", "\(folder.path)/bad.yarn"])

    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        Hello
        kith: \(folder.path)/bad.yarn:4: in the node ‘Start’: the right side of ‘%’ is zero; \
        guard it with a condition

        """)
  }

  @Test func `takes any bytes as lines of markup`() throws {
    let outcome = try ChildProcess.run(
      kith, ["script", "markup"], input: [0x61, 0xFF, 0x00, 0x0D, 0x0A] + Array("[b]x[/b]".utf8))

    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        {"text":"a\u{FFFD}\\u0000","attributes":[],"diagnostics":[]}
        {"text":"x","attributes":[{"name":"b","pos":0,"len":1,"props":{}}],"diagnostics":[]}

        """)
  }

  @Test func `suggests the node that was probably meant`() throws {
    let outcome = try run(["play", "\(folder.path)/shop.yarn", "--node", "Strat"])

    #expect(outcome.status == 1)
    #expect(outcome.output == "kith: no node is called 'Strat'\nhint: did you mean 'Start'?\n")
  }
}
