extension PartialDate {
  /// Days since 1 March of the year 0; `nil` unless the date is a whole one.
  var dayNumber: Int? {
    guard let month, let day else { return nil }
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
    return 365 * shiftedYear + leapDays + (153 * shiftedMonth + 2) / 5 + day - 1
  }

  /// Makes a date of the days since 1 March of the year 0.
  init?(dayNumber number: Int) {
    guard number >= 306 else { return nil }
    let (era, dayOfEra) = number.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(year: era * 400 + yearOfEra + (month < 3 ? 1 : 0), month: month, day: day)
  }

  /// The day so many days later; `nil` unless the date is a whole one.
  func adding(days: Int) -> PartialDate? {
    dayNumber.flatMap { number in
      let (sum, overflow) = number.addingReportingOverflow(days)
      return overflow ? nil : PartialDate(dayNumber: sum)
    }
  }

  /// The day of the week, Monday 0 to Sunday 6; `nil` unless the date is a whole one.
  var weekday: Int? { dayNumber.map { ($0 + 2) % 7 } }

  /// The month so many months earlier; `nil` where the month is not known.
  func month(before count: Int) -> PartialDate? {
    guard let month else { return nil }
    let (months, overflow) = (year * 12 + month - 1).subtractingReportingOverflow(count)
    guard !overflow, months >= 12 else { return nil }
    return PartialDate(year: months / 12, month: months % 12 + 1)
  }
}
