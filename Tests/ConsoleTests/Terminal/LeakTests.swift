import Glibc
import TestSupport
import Testing

/// Nothing of one answer may turn up in the next, or in a file.
@Suite(.serialized) struct `An answer that was given` {
  private let driver = Products.path(of: "console-driver")

  /// Keys that bring back what was typed earlier, in programs that keep it.
  @Test(arguments: [
    "\u{19}", "\u{1F}", "\u{10}", "\u{1B}[A", "\u{1B}<", "\u{1B}.", "\u{12}secret", "\u{18}\u{15}",
    "\u{19}\u{1B}y",
  ])
  func `comes back by no key`(keys: String) throws {
    let session = try PtySession(driver, ["loop"])
    try session.wait(for: "ask>")
    session.send("my secret words\u{17}\u{15}\u{19}\r")
    try session.wait(for: "the second prompt") { $0.line(2) == "ask>" }
    session.send(keys + "\r")
    try session.wait(for: "the third prompt") { $0.text.hasSuffix("ask>") && $0.row > 3 }

    let answers = session.screen.text.split(separator: "\n").filter { $0.hasPrefix("GOT") }
    #expect(answers.first == "GOT line <my secret words>")
    #expect(answers.dropFirst().allSatisfy { !$0.contains("my ") && !$0.contains("words") })
    session.send("\u{15}quit\r")
    #expect(try session.exitStatus() == 0)
  }

  @Test func `is in no history file, whatever the environment asks for`() throws {
    let folder = try TemporaryFolder()
    let inputrc = folder.path + "/inputrc"
    let history = folder.path + "/history"
    try folder.write(
      "set history-size 1000\nset history-preserve-point on\n$include /etc/inputrc\n", to: "inputrc"
    )
    try folder.write("", to: "history")
    let session = try PtySession(
      driver, ["loop"],
      environment: [
        "HISTFILE": history, "HISTSIZE": "1000", "INPUTRC": inputrc, "HOME": folder.path,
      ])
    try session.wait(for: "ask>")
    session.send("canary phrase\r")
    try session.wait(for: "the second prompt") { $0.line(2) == "ask>" }
    session.send("quit\r")

    #expect(try session.exitStatus() == 0)
    #expect(folder.names == ["history", "inputrc"])
    #expect(try folder.text(of: "history") == "")
  }

  @Test(arguments: [
    "\"\\C-i\": self-insert\n\"\\e[A\": previous-history\n", "set editing-mode vi\n",
    "set editing-mode vi\nset show-mode-in-prompt on\n\"\\C-i\": abort\n",
    "set disable-completion on\n", "set bell-style audible\nset convert-meta on\n",
  ])
  func `is completed whatever the inputrc says`(inputrc: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(inputrc, to: "inputrc")
    let session = try PtySession(
      driver, ["names"], environment: ["INPUTRC": folder.path + "/inputrc"])
    try session.wait(for: "ask>")
    session.send("ozg\t")
    try session.wait(for: "Özgür Demir")
    session.send("\r")

    try session.wait(for: "GOT line <Özgür Demir>")
  }
}
