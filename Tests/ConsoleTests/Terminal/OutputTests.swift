import Console
import Testing

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

  @Test func `is closed when its descriptor is`() {
    let output = Output(descriptor: -1)
    output.write("words")

    #expect(output.isClosed)
    #expect(output.text == "")
  }
}
