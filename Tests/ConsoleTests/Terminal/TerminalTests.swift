import Console
import TestSupport
import Testing

/// What the program finds out about the place where it shows text.
@Suite struct `A terminal` {
  private let driver = Products.path(of: "console-driver")

  @Test(arguments: [
    (environment: [:], shown: "100x30 plain false colour true"),
    (environment: ["NO_COLOR": "1"], shown: "100x30 plain false colour false"),
    (environment: ["TERM": "dumb"], shown: "100x30 plain true colour false"),
    (environment: ["COLUMNS": "40", "LINES": "20"], shown: "40x20 plain false colour true"),
    (environment: ["COLUMNS": "wide", "LINES": "0"], shown: "100x30 plain false colour true"),
  ])
  func `is asked for its size and taste`(environment: [String: String], shown: String) throws {
    let session = try PtySession(
      driver, ["terminal"], rows: 30, columns: 100, environment: environment)

    try session.wait(for: shown)
  }

  @Test(arguments: [
    (environment: [:], allows: false), (environment: ["FORCE_COLOR": "1"], allows: true),
    (environment: ["FORCE_COLOR": "0"], allows: false),
    (environment: ["CLICOLOR_FORCE": "1"], allows: true),
    (environment: ["FORCE_COLOR": "1", "NO_COLOR": "1"], allows: false),
    (environment: ["FORCE_COLOR": "1", "NO_COLOR": ""], allows: true),
  ])
  func `has colour without a screen only by force`(environment: [String: String], allows: Bool) {
    let terminal = Terminal(environment: environment, input: -1, output: -1)

    #expect(terminal.allowsColour == allows)
    #expect(!terminal.isInteractive)
    #expect(terminal.isPlain)
    #expect(terminal.columns == 80)
    #expect(terminal.rows == 24)
  }

  @Test func `gets weight only where it can show it`() {
    let rich = Style(for: Terminal(allowsColour: true, isPlain: false))
    let plain = Style(for: Terminal(allowsColour: true, isPlain: true))

    #expect(rich.bold("now") == "\u{1B}[1mnow\u{1B}[0m")
    #expect(rich.dim("now") == "\u{1B}[2mnow\u{1B}[0m")
    #expect(plain.bold("now") == "now")
    #expect(rich.bold("") == "")
  }
}
