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
