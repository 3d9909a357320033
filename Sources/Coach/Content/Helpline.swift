/// A service that a person in distress can reach.
public struct Helpline: Equatable, Sendable {
  /// How far its source can be trusted.
  public enum Status: String, Sendable {
    /// A registry entry with an official source and a date.
    case registry = "V1"
    /// An official page or a press report, dated.
    case page = "V2"
    /// A copy of an open list that nobody has checked since.
    case unchecked = "V3"
    /// No reliable source: never shown.
    case unreliable = "U"
  }

  /// How old a source is.
  public enum Staleness: Equatable, Sendable {
    /// A year at most.
    case recent
    /// Between one and two years: worth checking.
    case ageing
    /// More than two years, or undated.
    case old
  }

  /// The ISO 3166 code of the country.
  public var countryCode: String
  /// The country's English name.
  public var country: String
  /// What the service is called.
  public var service: String
  /// What to dial inside the country; `nil` where it has no number to ring.
  public var dial: String?
  /// How to reach it by text message; `nil` where it cannot be.
  public var sms: String?
  /// Where to chat or write; `nil` where it cannot be.
  public var chat: String?
  /// When somebody answers; `nil` when the source does not say.
  public var hours: String?
  /// The languages spoken, as the source gives them; `nil` when it does not say.
  public var languages: String?
  /// Whom it is for: `anyone`, `young`, `abuse` and so on.
  public var audience: String
  /// Where the number was read.
  public var source: String
  /// When the source was checked, as the source gives it: a day, a month, a year or a dash.
  public var sourceDate: String
  /// How far the source can be trusted.
  public var status: Status

  /// Makes a line from the named columns of one row of the table.
  ///
  /// - Parameter row: Finds a column's text; `nil` where the column says `-` or nothing.
  public init?(row: (String) -> String?) {
    guard let code = row("cc"), let country = row("country"), let service = row("service"),
      let status = row("status").flatMap(Status.init)
    else { return nil }
    countryCode = code
    self.country = country
    self.service = service
    dial = row("dial")
    sms = row("sms")
    chat = row("chat")
    hours = row("hours")
    languages = row("langs")
    audience = row("audience") ?? "anyone"
    source = row("source") ?? "-"
    sourceDate = row("source_date") ?? "-"
    self.status = status
  }

  /// Tells how old the source is on a day.
  ///
  /// A date without a day or a month counts from its beginning, so a source never looks younger
  /// than it is.
  public func staleness(on today: CalendarDay) -> Staleness {
    guard let match = sourceDate.firstMatch(of: /(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/),
      let year = Int(match.1)
    else { return .old }
    let month = match.2.flatMap { Int($0) } ?? 1
    let day = match.3.flatMap { Int($0) } ?? 1
    let age = today.number - CalendarDay(year: year, month: month, day: day).number
    return age <= 366 ? .recent : age <= 731 ? .ageing : .old
  }
}
