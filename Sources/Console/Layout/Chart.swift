/// One or two rows of numbers over time, drawn with letters.
///
/// Every place along the bottom is one column of values; a missing value leaves a gap. Each series
/// has its own letter, so no meaning hangs on colour.
public struct Chart: Equatable, Sendable {
  /// One row of numbers.
  public struct Series: Equatable, Sendable {
    /// What the numbers are, such as `"hours of sleep"`.
    public var name: String

    /// The letter the values are drawn with.
    public var symbol: Character

    /// The values, oldest first; `nil` where there is none.
    public var values: [Double?]

    /// Makes a row of numbers.
    ///
    /// - Parameters:
    ///   - name: What the numbers are.
    ///   - symbol: The letter they are drawn with.
    ///   - values: The values, oldest first.
    public init(_ name: String, symbol: Character = "o", values: [Double?]) {
      self.name = name
      self.symbol = symbol
      self.values = values
    }
  }

  /// The rows of numbers, each as long as the labels.
  public var series: [Series]

  /// What stands below each place, such as a date; an empty label leaves its place free.
  public var labels: [String]

  /// The lowest and the highest value that can be shown.
  public var range: ClosedRange<Int>

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - series: The rows of numbers.
  ///   - labels: What stands below each place.
  ///   - range: The lowest and the highest value.
  public init(_ series: [Series], labels: [String], range: ClosedRange<Int> = 0...10) {
    self.series = series
    self.labels = labels
    self.range = range
  }

  /// Draws the chart.
  ///
  /// Where the window is too narrow for every place, the oldest are left out; where two series
  /// have the same value, `*` stands for both.
  ///
  /// - Parameter terminal: The window to fit; one column is kept free at its right.
  /// - Returns: The legend, the drawing and the labels, line by line.
  public func lines(for terminal: Terminal) -> [String] {
    let places = places(in: terminal)
    let rows = (0...range.upperBound - range.lowerBound).reversed().map { step in
      let value = range.lowerBound + step
      let label = step.isMultiple(of: 2) ? String(value) : ""
      return "  " + Self.leftPadded(label, to: axisWidth) + " |"
        + Self.trimmed(row(at: value, places))
    }
    let ruler =
      String(repeating: " ", count: axisWidth + 3) + "+"
      + String(repeating: "-", count: places.span)
    let legend = series.map { "\($0.symbol) \($0.name)" }.joined(separator: "    ")
    return ["  " + legend, ""] + rows + [ruler, Self.trimmed(labelLine(places))]
  }

  /// Says the chart in a sentence for each series, and gives its numbers as a table.
  ///
  /// - Parameters:
  ///   - words: The words of the sentence.
  ///   - measure: How wide the sentence may be.
  /// - Returns: The sentences, an empty line, and the table.
  public func described(in words: Words, measure: Int = 66) -> [String] {
    let setting = WrappedText(measure: measure, margin: 0)
    let sentences = series.flatMap { setting.lines(of: words.sentence($0)) }
    return sentences + [""] + table(gap: words.gap)
  }
}

extension Chart {
  /// The words that a chart is said in; the program that draws it gives them.
  public struct Words: Sendable {
    /// Says what a series did.
    public var sentence: @Sendable (Series) -> String

    /// What stands in the table where a value is missing.
    public var gap: String

    /// Makes the words.
    ///
    /// - Parameters:
    ///   - gap: What stands for a missing value.
    ///   - sentence: Says what a series did.
    public init(gap: String = "none", sentence: @escaping @Sendable (Series) -> String) {
      self.gap = gap
      self.sentence = sentence
    }
  }

  /// Writes the numbers as lines of words: `"3 Nov: sleep 7, walks none"`.
  ///
  /// - Parameter gap: What stands for a missing value.
  /// - Returns: One line for each place.
  public func table(gap: String) -> [String] {
    labels.indices.map { place in
      let values = series.map { series in
        let value = series.values.indices.contains(place) ? series.values[place] : nil
        return "\(series.name) \(value.map { Self.text(of: $0) } ?? gap)"
      }
      let label = labels[place].isEmpty ? String(place + 1) : labels[place]
      return "\(label): \(values.joined(separator: ", "))"
    }
  }

  /// A value with one decimal at most.
  private static func text(of value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return sign + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}

/// The places of a chart that a window shows, and how far apart they stand.
private struct Places {
  var indices: Range<Int>
  var step: Int

  var span: Int { indices.count * step + 1 }

  func column(of place: Int) -> Int { (place - indices.lowerBound + 1) * step - 1 }
}

extension Chart {
  private var axisWidth: Int {
    max(String(range.lowerBound).count, String(range.upperBound).count)
  }

  private func places(in terminal: Terminal) -> Places {
    let room = min(68, terminal.columns - 1) - axisWidth - 5
    let count = max(1, labels.count)
    let step = max(2, min(6, room / count))
    let shown = max(1, min(labels.count, room / step))
    return Places(indices: labels.count - min(shown, labels.count)..<labels.count, step: step)
  }

  private func row(at value: Int, _ places: Places) -> String {
    var cells = [Character](repeating: " ", count: places.span)
    for place in places.indices {
      let hits = series.filter { series in
        guard series.values.indices.contains(place), let given = series.values[place] else {
          return false
        }
        return Int(given.rounded()) == value
      }
      guard let first = hits.first else { continue }
      cells[places.column(of: place)] = hits.count == 1 ? first.symbol : "*"
    }
    return String(cells)
  }

  /// Puts labels below their places: as many as stand free of each other, evenly spaced.
  private func labelLine(_ places: Places) -> String {
    let named = places.indices.filter { !labels[$0].isEmpty }
    let strides = 1...max(1, places.indices.count)
    let shown =
      strides.lazy
      .map { stride in
        named.filter { ($0 - places.indices.lowerBound).isMultiple(of: stride) }
      }
      .first { stand($0, apartIn: places) } ?? []
    var line = String(repeating: " ", count: axisWidth + 4)
    var column = 0
    for place in shown {
      let start = places.column(of: place)
      guard start + DisplayWidth.columns(of: labels[place]) <= places.span + 4 else { continue }
      line += String(repeating: " ", count: start - column) + labels[place]
      column = start + DisplayWidth.columns(of: labels[place])
    }
    return line
  }

  private func stand(_ shown: [Int], apartIn places: Places) -> Bool {
    zip(shown, shown.dropFirst()).allSatisfy { place, next in
      let end = places.column(of: place) + DisplayWidth.columns(of: labels[place])
      return end < places.column(of: next)
    }
  }

  private static func leftPadded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
