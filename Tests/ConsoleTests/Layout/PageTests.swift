import Console
import Testing

/// Pages, whole and in parts.
@Suite struct `A page` {
  private let wide = Terminal(rows: 24, columns: 80, isPlain: false)
  private let page = Page(
    title: "When roles change", progress: "2 of 5", body: ["  One.", "", "  Two."],
    keys: "Enter goes on · b back")

  @Test func `has its title at the left and its place at the right`() {
    #expect(
      page.rendered(for: wide, style: .plain) == """
          When roles change                                           2 of 5

          One.

          Two.


        """)
    #expect(page.keyPrompt == "  Enter goes on · b back > ")
  }

  @Test func `gives its title weight`() {
    let text = page.rendered(for: wide, style: .rich)

    #expect(text.hasPrefix("  \u{1B}[1mWhen roles change\u{1B}[0m"))
  }

  @Test func `is linear in plain mode`() {
    #expect(
      page.rendered(for: Terminal(), style: .plain)
        == "When roles change (2 of 5)\n\n  One.\n\n  Two.\n\n")
    #expect(page.parts(for: Terminal(rows: 3, isPlain: true)) == [page])
  }

  @Test func `shortens a title that has no room`() {
    let small = Terminal(rows: 20, columns: 24, isPlain: false)

    #expect(page.rendered(for: small, style: .plain).hasPrefix("  When roles c…  2 of 5\n"))
  }

  @Test func `is one part when it fits`() {
    #expect(page.parts(for: wide) == [page])
  }

  @Test func `parts between paragraphs`() {
    let lines = ["  a1", "  a2", "", "  b1", "  b2", "", "  c1", "  c2"]
    let long = Page(title: "Long", body: lines)
    let parts = long.parts(for: Terminal(rows: 10, columns: 40, isPlain: false))

    #expect(parts.map(\.body) == [["  a1", "  a2", "", "  b1", "  b2"], ["  c1", "  c2"]])
    #expect(parts.map(\.title) == ["Long", "Long"])
  }

  @Test(arguments: [
    (rows: 24, columns: 80), (rows: 20, columns: 40), (rows: 12, columns: 30),
    (rows: 9, columns: 20), (rows: 5, columns: 20), (rows: 4, columns: 60), (rows: 3, columns: 60),
  ])
  func `is never taller than the window`(rows: Int, columns: Int) {
    let window = Terminal(rows: rows, columns: columns, isPlain: false)
    let text = String(repeating: "Words that go on for quite a while.\n\n", count: 40)
    let body = WrappedText(forColumns: columns).lines(of: text)
    let page = Page(title: "Long", progress: "1 of 2", body: body, keys: "Enter")
    let parts = page.parts(for: window)

    for part in parts {
      let height = part.rendered(for: window, style: .plain).count { $0 == "\n" } + 1
      #expect(height <= rows)
      #expect(part.body.first?.isEmpty == false)
    }
    #expect(
      parts.flatMap(\.body).filter { !$0.isEmpty } == body.filter { !$0.isEmpty })
  }
}
