import Coach

extension LocalTime {
  /// Reads a time in its quotes.
  ///
  /// As kith writes it, `"2026-11-23T19:30:00+01:00"`, that takes a small part of the work of other
  /// spellings; opening a journal means reading as many times as it has entries.
  ///
  /// - Parameter value: The time as a line of the journal spells it.
  init?(spelled value: UnsafeBufferPointer<UInt8>) {
    if let time = Self.plain(value) {
      self = time
    } else {
      guard let text = RecordSpelling.string(value) else { return nil }
      self.init(text)
    }
  }

  /// Reads the spelling of kith; `nil` for any other, and for a time that no clock shows.
  private static func plain(_ value: UnsafeBufferPointer<UInt8>) -> LocalTime? {
    let isUniversal = value.count == 22 && value[20] == UInt8(ascii: "Z")
    guard isUniversal || value.count == 27, marks(value, are: "\"____-__-__T__:__:__"),
      value[value.count - 1] == UInt8(ascii: "\""),
      let year = number(value, 1, 4), let month = number(value, 6, 2),
      let day = number(value, 9, 2), let hour = number(value, 12, 2), hour < 24,
      let minute = number(value, 15, 2), minute < 60,
      let second = number(value, 18, 2), second < 61,
      let offset = isUniversal ? 0 : offset(value)
    else { return nil }
    let date = CalendarDay(year: year, month: month, day: day)
    guard date.parts == (year, month, day) else { return nil }
    let wall = date.number * 86_400 + hour * 3600 + minute * 60 + second
    return LocalTime(epochSeconds: wall - offset, offset: offset)
  }

  private static func offset(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let hours = number(value, 21, 2), value[23] == UInt8(ascii: ":"),
      let minutes = number(value, 24, 2), minutes < 60
    else { return nil }
    switch value[20] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  /// Whether a value has the marks of a pattern where that has no low line.
  private static func marks(
    _ value: UnsafeBufferPointer<UInt8>, are pattern: StaticString
  ) -> Bool {
    let marks = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
    for index in marks.indices where marks[index] != UInt8(ascii: "_") {
      guard value[index] == marks[index] else { return false }
    }
    return true
  }

  private static func number(
    _ value: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> Int? {
    var number = 0
    for index in start..<(start + count) {
      let digit = value[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
