import Coach

/// Writes mood by week as tab-separated values, for a spreadsheet or a screen reader.
public struct MoodTable: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes a heading and one line a week; a week without a mood has an empty cell.
  public func text(of chart: MoodChart) -> String {
    let rows = chart.weeks.map { week in
      [
        "\(week.monday)", week.mood.map(String.init) ?? "",
        week.moodAfter.map(String.init) ?? "",
      ].joined(separator: "\t")
    }
    return (["week\tmood\tafter"] + rows).joined(separator: "\n") + "\n"
  }
}
