import Coach
import Console

/// Draws pictures with letters, or says them in words.
struct PictureView {
  let terminal: Terminal

  /// The lines of a picture, with a sentence that says the same.
  func lines(of picture: Picture) -> [String] {
    switch picture {
    case .mood(let chart): lines(of: chart)
    case .circles(let chart): PeoplePicture(terminal: terminal).lines(of: chart)
    }
  }

  private func lines(of mood: MoodChart) -> [String] {
    guard let ends = mood.ends else {
      return [
        (terminal.isPlain ? "" : "  ") + "No mood was told yet. The weekly check-in asks for it."
      ]
    }
    let chart = Chart(
      [
        Chart.Series("mood over the week", symbol: "o", values: mood.weeks.map { $0.mood.number })
      ],
      labels: mood.weeks.map { label($0.monday) })
    let sentence = sentence(ends, weeks: mood.weeks)
    guard !terminal.isPlain else { return [sentence, ""] + chart.table(gap: "not told") }
    let setting = WrappedText(forColumns: terminal.columns)
    return ["  \(title(mood))", ""] + chart.lines(for: terminal) + [""]
      + setting.lines(of: sentence)
  }

  private func title(_ mood: MoodChart) -> String {
    mood.weeks.count == 1 ? "Mood, one week" : "Mood, \(mood.weeks.count) weeks"
  }

  private func sentence(
    _ ends: (first: MoodChart.Week, last: MoodChart.Week), weeks: [MoodChart.Week]
  ) -> String {
    let told = weeks.count { $0.mood != nil }
    guard told > 1, let first = ends.first.mood, let last = ends.last.mood else {
      return "One week so far: mood \(ends.last.mood.map(String.init) ?? "not told") of 10."
    }
    return "Told in \(told) of \(weeks.count) weeks. Mood was \(first) in the week of "
      + "\(label(ends.first.monday)) and \(last) in the week of \(label(ends.last.monday))."
  }

  private func label(_ day: CalendarDay) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day.parts.day) \(months[day.parts.month - 1])"
  }
}

extension Int? {
  fileprivate var number: Double? { map(Double.init) }
}
