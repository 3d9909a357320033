import Glibc
import TestSupport
import Testing

/// Reading and writing where no terminal is.
@Suite(.serialized) struct `Input from a pipe` {
  private let driver = Products.path(of: "console-driver")

  private func output(of task: String, input: [UInt8]) throws -> String {
    try ChildProcess.run(driver, [task], input: input).output
  }

  @Test func `is read line by line`() throws {
    #expect(
      try output(of: "loop", input: Array("one\ntwo\nquit\n".utf8))
        == "ask> \nGOT line <one>\nask> \nGOT line <two>\nask> \nGOT line <quit>\n")
  }

  @Test func `ends at its end`() throws {
    #expect(try output(of: "line", input: []) == "ask> \nGOT end of input\n")
  }

  @Test(arguments: [
    (bytes: Array("no end".utf8), shown: "<no end>"),
    (bytes: Array("dos\r\n".utf8), shown: "<dos>"), (bytes: Array("\n".utf8), shown: "<>"),
    (bytes: [0x61, 0xFF, 0x62, 0x0A], shown: "<a\u{FFFD}b>"),
    (bytes: Array("Grüße 日本\n".utf8), shown: "<Grüße 日本>"),
  ])
  func `may be anything`(bytes: [UInt8], shown: String) throws {
    #expect(try output(of: "line", input: bytes) == "ask> \nGOT line \(shown)\n")
  }

  @Test func `may be one very long line`() throws {
    #expect(
      try output(of: "line", input: Array(repeating: 0x61, count: 1_000_000))
        == "ask> \nGOT line 1000000 characters <aaaaa…aaaaa>\n")
  }

  @Test func `is not taken beyond its line`() throws {
    let outcome = try ChildProcess.run(
      driver, ["line"], input: Array("mine\nyours\n".utf8), throughShell: "\"$0\" \"$@\"; cat")

    #expect(outcome.output == "ask> \nGOT line <mine>\nyours\n")
  }

  @Test(arguments: [
    (signal: SIGINT, result: "interrupted <half>"), (signal: SIGTERM, result: "ending 15 <half>"),
    (signal: SIGHUP, result: "ending 1 <half>"),
  ])
  func `is ended by a signal without dying of it`(signal: Int32, result: String) throws {
    let child = try ChildProcess(driver, ["loop"])
    child.send(Array("whole\nhalf".utf8))
    child.wait(for: "GOT line <whole>\nask> ")
    // The half line is read together with the prompt's first wait; the pipe is empty when it was.
    while child.isInputWaiting { usleep(1000) }
    child.signal(signal)

    let outcome = child.finish()
    #expect(outcome.output == "ask> \nGOT line <whole>\nask> \nGOT \(result)\n")
    #expect(outcome.status == 0)
  }

  @Test func `gets no answer when the reader goes away`() throws {
    let child = try ChildProcess(driver, ["flood"])
    child.wait(for: "line 0")
    child.closeOutput()

    #expect(child.finish().status == 3)
  }

  @Test func `makes the terminal plain`() throws {
    #expect(
      try output(of: "terminal", input: []) == "80x24 plain true colour false\n")
  }
}
