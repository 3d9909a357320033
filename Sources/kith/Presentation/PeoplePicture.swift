import Coach
import Console

/// Draws who sits in which circle as boxes within boxes, or says it in sentences.
struct PeoplePicture {
  /// A mark behind a name, and what it says.
  private struct Mark {
    var sign: String
    var words: String
    var legend: String
  }

  let terminal: Terminal

  /// The lines of the picture.
  func lines(of chart: CircleChart) -> [String] {
    guard chart.count > 0 else { return [margin + "Nobody is on the list."] }
    return terminal.isPlain ? sentences(of: chart) : drawing(of: chart)
  }

  private var margin: String { terminal.isPlain ? "" : "  " }

  /// Leaves the margin on both sides; wider than this, the eye has far to go.
  private var width: Int { min(58, terminal.columns - 4) }

  private func title(of chart: CircleChart) -> String {
    let count = chart.count == 1 ? "1 person" : "\(chart.count) people"
    guard let day = chart.day else { return count }
    return "\(count), \(day.inWords) \(day.parts.year)"
  }

  private func marks(of portrait: Portrait) -> [Mark] {
    var marks: [Mark] = []
    if portrait.standing != .died {
      if portrait.isConfidedIn {
        marks.append(Mark(sign: "*", words: "can be told things", legend: "can be told things"))
      }
      if portrait.isTense { marks.append(Mark(sign: "!", words: "tense", legend: "tense now")) }
      if portrait.standing == .apart {
        marks.append(Mark(sign: "~", words: "out of touch", legend: "out of touch"))
      }
    }
    switch portrait.wish {
    case .closer:
      marks.append(Mark(sign: ">", words: "wanted closer", legend: "wanted closer"))
    case .further:
      marks.append(Mark(sign: "<", words: "wanted further away", legend: "wanted further away"))
    case nil: break
    }
    return marks
  }
}

extension PeoplePicture {
  private func drawing(of chart: CircleChart) -> [String] {
    let close = box("close", names(in: .close, of: chart, width: width - 12), width: width - 8)
    let middle = box(
      "middle", names(in: .middle, of: chart, width: width - 8) + close, width: width - 4)
    let outer = box("outer", names(in: .outer, of: chart, width: width - 4) + middle, width: width)
    var lines = [title(of: chart), ""] + outer
    for (part, word) in [
      (CircleChart.Part.outside, "Outside"), (.gone, "Died"), (.unplaced, "Not placed yet"),
    ] {
      guard let seats = chart.parts[part], !seats.isEmpty else { continue }
      let start = "\(word): "
      let rows = flow(seats, width: width - start.count)
      let gap = String(repeating: " ", count: start.count)
      lines += rows.enumerated().map { ($0 == 0 ? start : gap) + $1 }
    }
    return (lines + legend(of: chart)).map { margin + $0 }
  }

  private func names(in part: CircleChart.Part, of chart: CircleChart, width: Int) -> [String] {
    flow(chart.parts[part] ?? [], width: width)
  }

  private func box(_ title: String, _ content: [String], width: Int) -> [String] {
    let bar = String(repeating: "─", count: max(0, width - title.count - 5))
    let rows = content.map { line in
      let gap = max(0, width - 4 - DisplayWidth.columns(of: line))
      return "│ \(line)\(String(repeating: " ", count: gap)) │"
    }
    let bottom = String(repeating: "─", count: width - 2)
    return ["╭─ \(title) \(bar)╮"] + (rows.isEmpty ? [emptyRow(width)] : rows) + ["╰\(bottom)╯"]
  }

  private func emptyRow(_ width: Int) -> String {
    "│\(String(repeating: " ", count: width - 2))│"
  }

  /// Sets names side by side in as many rows as they take.
  private func flow(_ seats: [CircleChart.Seat], width: Int) -> [String] {
    var rows: [String] = []
    for seat in seats {
      let signs = marks(of: seat.portrait).map(\.sign).joined()
      let name = shortened(seat.name.plaintext, to: width - signs.count) + signs
      let room = rows.last.map { width - DisplayWidth.columns(of: $0) - 3 } ?? -1
      if room >= DisplayWidth.columns(of: name), let last = rows.indices.last {
        rows[last] += "   \(name)"
      } else {
        rows.append(name)
      }
    }
    return rows
  }

  private func shortened(_ name: String, to width: Int) -> String {
    let name = Printable(name).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard DisplayWidth.columns(of: name) > width else { return name }
    var short = ""
    for letter in name {
      guard DisplayWidth.columns(of: short + String(letter)) < width else { break }
      short.append(letter)
    }
    return short + "…"
  }

  private func legend(of chart: CircleChart) -> [String] {
    var used: [Mark] = []
    for mark in chart.parts.values.joined().flatMap({ marks(of: $0.portrait) })
    where !used.contains(where: { $0.sign == mark.sign }) {
      used.append(mark)
    }
    guard !used.isEmpty else { return [] }
    let text = used.sorted { $0.sign < $1.sign }.map { "\($0.sign) \($0.legend)" }
      .joined(separator: " · ")
    return [""] + WrappedText(measure: width, margin: 0).lines(of: text)
  }
}

extension PeoplePicture {
  private func sentences(of chart: CircleChart) -> [String] {
    let words: [(CircleChart.Part, String)] = [
      (.close, "Close circle"), (.middle, "Middle circle"), (.outer, "Outer circle"),
      (.outside, "Outside"), (.gone, "Died"), (.unplaced, "Not placed yet"),
    ]
    let sentences =
      [title(of: chart) + "."]
      + words.compactMap { part, word in
        let people = (chart.parts[part] ?? []).map(sentence)
        let isCircle = [.close, .middle, .outer].contains(part)
        guard isCircle || !people.isEmpty else { return nil }
        return "\(word): \(people.isEmpty ? "nobody" : people.joined(separator: ", "))."
      }
    let setting = WrappedText(measure: min(66, terminal.columns - 4), margin: 0)
    return sentences.flatMap { setting.lines(of: $0) }
  }

  private func sentence(_ seat: CircleChart.Seat) -> String {
    let name = shortened(seat.name.plaintext, to: 60)
    let words = marks(of: seat.portrait).map(\.words)
    return words.isEmpty ? name : "\(name) (\(words.joined(separator: ", ")))"
  }
}
