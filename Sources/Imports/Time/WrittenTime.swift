import Coach

/// A time as a file has it: a day, perhaps with a time of the day, perhaps with an offset.
struct WrittenTime: Equatable {
  /// Seconds since 1970 as the clock showed them.
  var wall: Int

  /// Seconds that the clock was ahead of universal time; `nil` where the file does not tell.
  var offset: Int?

  /// Whether the file tells the time of the day; without one it is noon.
  var hasTimeOfDay: Bool
}

extension WrittenTime {
  /// Reads a time as people and programs write it into files.
  ///
  /// - Parameter text: A date such as `2026-11-23`, `2026/11/23` or `20261123`, and after it
  ///   perhaps a time such as `T19:30:00` or ` 19:30`, and after that perhaps `Z`, `+01:00` or
  ///   ` +0100`.
  init?(_ text: String) {
    var scan = DigitScan(text)
    guard let year = scan.digits(4) else { return nil }
    let separator = scan.take(anyOf: "-/.")
    guard let month = scan.digits(2), separator.map({ scan.take($0) }) ?? true,
      let day = scan.digits(2)
    else { return nil }
    guard !scan.isAtEnd else {
      self.init(day: (year, month, day))
      return
    }
    guard scan.take(anyOf: "Tt") != nil || scan.skipSpaces(), let hour = scan.digits(1...2),
      scan.take(":"), let minute = scan.digits(2)
    else { return nil }
    var second: Substring?
    if scan.take(":") {
      second = scan.digits(2)
      guard second != nil, scan.skipFraction() else { return nil }
    }
    scan.skipSpaces()
    self.init(
      day: (year, month, day), time: (hour, minute, second),
      zone: scan.isAtEnd ? nil : scan.rest)
  }

  /// Takes the parts of a time; none when there is no such day or time.
  init?(
    day: (Substring, Substring, Substring), time: (Substring, Substring, Substring?)? = nil,
    zone: Substring? = nil
  ) {
    guard let year = Int(day.0), let month = Int(day.1), let dayOfMonth = Int(day.2), year > 0
    else { return nil }
    let calendarDay = CalendarDay(year: year, month: month, day: dayOfMonth)
    guard calendarDay.parts == (year, month, dayOfMonth) else { return nil }
    wall = calendarDay.number * 86_400 + 43_200
    hasTimeOfDay = time != nil
    guard let time else { return }
    guard let hour = Int(time.0), let minute = Int(time.1), hour < 24, minute < 60,
      let second = Int(time.2 ?? "0"), second < 61
    else { return nil }
    wall = calendarDay.number * 86_400 + hour * 3600 + minute * 60 + second
    guard let zone else { return }
    guard let seconds = Self.offset(zone) else { return nil }
    offset = seconds
  }

  private static func offset(_ text: Substring) -> Int? {
    guard text.lowercased() != "z" else { return 0 }
    var digits = text.dropFirst()
    guard text.hasPrefix("+") || text.hasPrefix("-") else { return nil }
    if let colon = digits.firstIndex(of: ":"), digits.prefix(upTo: colon).count == 2 {
      digits.remove(at: colon)
    }
    guard digits.count == 4, digits.allSatisfy({ ("0"..."9").contains($0) }),
      let hours = Int(digits.prefix(2)), hours < 19,
      let minutes = Int(digits.suffix(2)), minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return text.hasPrefix("-") ? -seconds : seconds
  }
}
