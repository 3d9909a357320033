/// A time of day as people say it: `14:30`, `14.30`, `2 pm`, `noon`.
struct TimeWords {
  /// The time that is meant; `nil` where none is.
  let time: TimeOfDay?

  /// Reads a time.
  ///
  /// - Parameter text: What was typed.
  init(_ text: String) {
    let word = FoldedText(text).text.filter { $0 != " " && $0 != "." }
    switch word {
    case "noon", "midday": time = TimeOfDay(hour: 12, minute: 0)
    case "midnight": time = TimeOfDay(hour: 0, minute: 0)
    default: time = TimeOfDay(text) ?? Self.twelveHours(word) ?? Self.dotted(text)
    }
  }

  private static func twelveHours(_ word: String) -> TimeOfDay? {
    let isAfternoon = word.hasSuffix("pm")
    guard isAfternoon || word.hasSuffix("am") else { return nil }
    let clock = String(word.dropLast(2))
    let whole = clock.contains(":") ? clock : clock + ":00"
    guard let time = TimeOfDay(whole), (1...12).contains(time.hour) else { return nil }
    return TimeOfDay(hour: time.hour % 12 + (isAfternoon ? 12 : 0), minute: time.minute)
  }

  private static func dotted(_ text: String) -> TimeOfDay? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2 else { return nil }
    return TimeOfDay(parts.joined(separator: ":"))
  }
}
