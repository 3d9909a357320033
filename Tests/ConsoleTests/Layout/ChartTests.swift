import Console
import Testing

/// A chart of numbers over time.
@Suite struct `A chart` {
  private let chart = Chart(
    [
      .init("mood", symbol: "o", values: [3, 3, 2, 4, nil, 5]),
      .init("strain", symbol: "x", values: [8, 8, 7.4, 4, nil, 6.5]),
    ], labels: ["5 Oct", "", "19 Oct", "", "2 Nov", ""])

  @Test func `is drawn in a wide window`() {
    #expect(
      chart.lines(for: Terminal(columns: 80, isPlain: false)) == [
        "  o mood    x strain",
        "",
        "  10 |",
        "     |",
        "   8 |     x     x",
        "     |                 x                 x",
        "   6 |",
        "     |                                   o",
        "   4 |                       *",
        "     |     o     o",
        "   2 |                 o",
        "     |",
        "   0 |",
        "     +-------------------------------------",
        "           5 Oct       19 Oct      2 Nov",
      ])
  }

  @Test func `is drawn in a narrow window`() {
    let lines = chart.lines(for: Terminal(columns: 40, isPlain: false))

    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) < 40 })
    #expect(lines[13] == "     +-------------------------------")
    #expect(lines[14] == "          5 Oct     19 Oct    2 Nov")
  }

  @Test func `spaces its labels evenly where not all of them fit`() {
    let weekly = Chart(
      [.init("mood", values: Array(repeating: 5, count: 8))],
      labels: ["5 Oct", "12 Oct", "19 Oct", "26 Oct", "2 Nov", "9 Nov", "16 Nov", "23 Nov"])

    #expect(
      weekly.lines(for: Terminal(columns: 40, isPlain: false)).last
        == "         5 Oct   19 Oct  2 Nov   16 Nov")
  }

  @Test func `leaves out the oldest where they do not fit`() {
    let long = Chart(
      [.init("mood", values: (0..<52).map { Double($0 % 11) })],
      labels: Array(repeating: "", count: 52))
    let lines = long.lines(for: Terminal(columns: 40, isPlain: false))

    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) < 40 })
    #expect(lines[2].contains("o"))
  }

  @Test func `is said in a sentence and a table`() {
    let words = Chart.Words(gap: "none") { series in
      "There are \(series.values.count) weeks of \(series.name)."
    }

    #expect(
      chart.described(in: words) == [
        "There are 6 weeks of mood.", "There are 6 weeks of strain.", "",
        "5 Oct: mood 3, strain 8", "2: mood 3, strain 8", "19 Oct: mood 2, strain 7.4",
        "4: mood 4, strain 4", "2 Nov: mood none, strain none", "6: mood 5, strain 6.5",
      ])
  }

  @Test func `may be empty`() {
    let empty = Chart([], labels: [])

    #expect(empty.lines(for: Terminal(columns: 80, isPlain: false)).count == 15)
    #expect(empty.table(gap: "none") == [])
  }
}
