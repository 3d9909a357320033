import Testing

@testable import Console

/// Where text goes.
@Suite struct `An output` {
  @Test func `keeps what is written to memory`() {
    let output = Output()
    output.write("one ")
    output.writeLine("two")
    output.writeLine()

    #expect(output.text == "one two\n\n")
    #expect(!output.isClosed)
  }

  @Test func `empties the window and what was scrolled away`() {
    let output = Output()
    output.clearScreen()

    #expect(output.text == "\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }

  @Test func `shows on its second screen what stood there, when it was left meanwhile`() {
    let output = Output()
    output.openOwnScreen()
    output.writeLine("page one")
    output.startOwnScreen()
    output.writeLine("page two")
    let before = output.text.count
    #expect(output.leaveOwnScreen())
    output.returnToOwnScreen()
    #expect(
      String(output.text.dropFirst(before))
        == "\u{1B}[H\u{1B}[2J\u{1B}[?1049l\u{1B}[?1049h\u{1B}[H\u{1B}[2Jpage two\n")
    output.closeOwnScreen()

    let after = output.text.count
    #expect(!output.leaveOwnScreen())
    output.returnToOwnScreen()
    #expect(output.text.count == after)
  }

  @Test func `is closed when its descriptor is`() {
    let output = Output(descriptor: -1)
    output.write("words")

    #expect(output.isClosed)
    #expect(output.text == "")
  }
}
