import Foundation
import TestSupport
import Testing

@testable import kith

/// Without a terminal: input from a pipe, output into one that somebody closes.
@Suite struct `In a pipe` {
  private let kith = Products.path(of: "kith")

  @Test func `a reader that goes away early is no error`() throws {
    let folder = try TemporaryFolder()
    // The first word of the input comes when the reader has gone for certain.
    let child = try ChildProcess(
      kith, ["help-now", "--country", "GB", "--home", folder.path],
      throughShell: "read go; \"$0\" \"$@\" 2>'\(folder.path)/err'; echo $? >'\(folder.path)/code'")
    child.closeOutput()
    child.send(Array("go\n".utf8))
    _ = child.finish()

    #expect(try folder.text(of: "code") == "0\n")
    #expect(try folder.text(of: "err") == "")
    #expect(folder.names == ["code", "err"])
  }

  @Test func `the first line is all that head asks for`() throws {
    let folder = try TemporaryFolder()
    let outcome = try ChildProcess.run(
      kith, ["help-now", "--country", "GB", "--home", folder.path],
      throughShell: "{ \"$0\" \"$@\"; echo $? >'\(folder.path)/code'; } 2>&1 | head -1")

    #expect(outcome == .init(output: "If you are in danger now, call 999.\n", status: 0))
    #expect(try folder.text(of: "code") == "0\n")
  }

  @Test(arguments: [
    ["journal", "list", "--json"], ["check-in"], ["questionnaire", "add", "form.json"],
    ["journal", "rekey", "--passphrase-fd", "0"],
  ])
  func `a closed input is a failure that is told`(arguments: [String]) throws {
    let home = try TerminalHome()
    let outcome = try ask(arguments, in: home)

    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("kith: no passphrase came"), "\(outcome.output)")
  }

  @Test func `nothing is kept where there is no journal and nobody to make one`() throws {
    let home = try TerminalHome(hasVault: false)
    let added = try ask(["questionnaire", "add", "form.json"], in: home)
    #expect(
      added
        == .init(output: "kith: there is no journal yet\nhint: run 'kith' to begin\n", status: 1))
    let begun = try ask(["check-in"], in: home)
    #expect(begun.status == 1)
    #expect(
      begun.output.hasSuffix(
        """
        kith: there is no journal yet, and the input ended before one was made
        hint: run 'kith' at a terminal to begin

        """))
    #expect(try home.files().keys.sorted() == ["user/form.json"])
  }

  @Test func `a form that is not there is told before anybody is welcomed`() throws {
    let home = try TerminalHome(hasVault: false)
    let outcome = try ask(["questionnaire", "fill", "grief-leter"], in: home)
    #expect(
      outcome
        == .init(
          output: """
            kith: no form is called 'grief-leter'
            hint: did you mean 'grief-letter'? 'kith questionnaire list' shows the forms; a file \
            ends in .json or .yaml

            """, status: 2))
  }

  private func ask(_ arguments: [String], in home: TerminalHome) throws -> ChildProcess.Outcome {
    let form = #"""
      {"resourceType": "Questionnaire", "url": "https://example.org/q", "status": "active",
       "title": "Mine", "item": [{"linkId": "a", "type": "string", "text": "First?"}]}
      """#
    try form.write(toFile: "\(home.path)/user/form.json", atomically: true, encoding: .utf8)
    return try ChildProcess.run(
      kith, arguments + ["--home", home.path],
      throughShell: "cd '\(home.path)/user'; exec \"$0\" \"$@\" 2>&1 </dev/null")
  }

  @Test func `a check-in pauses where the input ends`() throws {
    let home = try TerminalHome()
    let outcome = try ChildProcess.run(
      kith, ["check-in", "--home", home.path, "--now", TerminalHome.now, "--passphrase-fd", "0"],
      input: Array("\(TerminalHome.passphrase)\n6\n2\n".utf8),
      throughShell: "exec \"$0\" \"$@\" 2>&1")

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("How was your energy?"))
    #expect(outcome.output.contains("Paused. Everything so far is kept"))
    #expect(!outcome.output.contains("\u{1B}"))
    let draft = try #require(try home.unlock().draft(for: .checkIn))
    #expect(draft.replies.count == 2)
  }
}
