extension FHIRPathMoment {
  /// How two moments lie to each other.
  enum Order {
    case earlier, same, later
    /// One is less exact than the other, and as far as both go they are the same.
    case unknown
  }

  /// Compares two moments, from the year on, as far as both are known.
  ///
  /// - Returns: The order; `nil` where a time of day meets a day.
  func order(to other: FHIRPathMoment) -> Order? {
    guard (kind == .time) == (other.kind == .time) else { return nil }
    let (left, right) = (universal.parts, other.universal.parts)
    for (left, right) in zip(left, right) where left != right {
      return left < right ? .earlier : .later
    }
    return left.count == right.count ? .same : .unknown
  }

  /// The same moment by the clock of universal time.
  private var universal: FHIRPathMoment {
    guard kind != .time, let offset, offset != 0, parts.count >= 5 else { return self }
    return adding(-offset, .minute)
  }
}

extension FHIRPathMoment {
  /// A unit of the calendar.
  enum Unit: String, CaseIterable {
    case year, month, week, day, hour, minute, second, millisecond

    /// Finds a unit by its name or its sign in UCUM.
    ///
    /// Years and months of UCUM are fixed numbers of days, so they are no units of the calendar.
    init?(_ name: String) {
      let signs: [String: Unit] = [
        "wk": .week, "d": .day, "h": .hour, "min": .minute, "s": .second, "ms": .millisecond,
        "a": .year, "mo": .month,
      ]
      let singular = name.hasSuffix("s") && name.count > 3 ? String(name.dropLast()) : name
      guard let unit = signs[name] ?? Unit(rawValue: singular) else { return nil }
      self = unit
    }

    /// How long the unit is; `nil` for years and months, whose length varies.
    fileprivate var milliseconds: Int? {
      switch self {
      case .year, .month: nil
      case .week: 604_800_000
      case .day: 86_400_000
      case .hour: 3_600_000
      case .minute: 60_000
      case .second: 1000
      case .millisecond: 1
      }
    }
  }

  /// Whether the moment is near enough to the calendar for an amount to be added.
  static func canAdd(_ amount: Int) -> Bool { abs(amount) < 10_000_000_000 }

  /// Moves a moment, keeping it as exact as it was.
  ///
  /// The last day of a month stays a day of the month reached: a month after 31 January is 28
  /// February.
  func adding(_ amount: Int, _ unit: Unit) -> FHIRPathMoment {
    if kind == .time { return addingToClock(amount, unit) }
    switch (unit, parts.count) {
    case (.year, _): return addingMonths(amount * 12)
    case (.month, 2...): return addingMonths(amount)
    case (.month, _): return addingMonths(amount / 12 * 12)
    default: break
    }
    guard let length = unit.milliseconds else { return self }
    let (days, rest) = (amount * length).quotientAndRemainder(dividingBy: 86_400_000)
    switch parts.count {
    case 1: return addingMonths(days / 365 * 12)
    case 2: return addingMonths(days / 30)
    case 3: return onDay(dayNumber + days)
    default: return addingToDay(days, rest)
    }
  }

  private func addingMonths(_ months: Int) -> FHIRPathMoment {
    var copy = self
    let count = parts[0] * 12 + (parts.count > 1 ? parts[1] - 1 : 0) + months
    copy.parts[0] = min(max(count.flooredDivision(by: 12), 1), 9999)
    if parts.count > 1 { copy.parts[1] = count - count.flooredDivision(by: 12) * 12 + 1 }
    if parts.count > 2 {
      copy.parts[2] = min(parts[2], PartialDate.dayCount(of: copy.parts[1], in: copy.parts[0]))
    }
    return copy
  }

  private func addingToDay(_ days: Int, _ milliseconds: Int) -> FHIRPathMoment {
    let total = clock(of: parts.dropFirst(3)) + milliseconds
    let carried = total.flooredDivision(by: 86_400_000)
    var copy = onDay(dayNumber + days + carried)
    copy.setClock(total - carried * 86_400_000, from: 3)
    return copy
  }

  private func addingToClock(_ amount: Int, _ unit: Unit) -> FHIRPathMoment {
    guard let length = unit.milliseconds, length < 86_400_000 else { return self }
    let total = clock(of: parts[...]) + amount * length
    var copy = self
    copy.setClock(total - total.flooredDivision(by: 86_400_000) * 86_400_000, from: 0)
    return copy
  }

  private func clock(of parts: ArraySlice<Int>) -> Int {
    zip(parts, [3_600_000, 60_000, 1]).map { $0 * $1 }.reduce(0, +)
  }

  private mutating func setClock(_ milliseconds: Int, from first: Int) {
    let clock = [
      milliseconds / 3_600_000, milliseconds / 60_000 % 60, milliseconds % 60_000,
    ]
    for index in parts.indices.dropFirst(first) { parts[index] = clock[index - first] }
  }
}

extension FHIRPathMoment {
  /// The number of the day, counted from the first of March of the year 0.
  private var dayNumber: Int {
    let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
  }

  private func onDay(_ number: Int) -> FHIRPathMoment {
    // From the first day of the year 1 to the last of 9999: what FHIR can write.
    let number = min(max(number, 306), 3_652_364)
    var year = (10_000 * number + 14_780) / 3_652_425
    var rest = number - (365 * year + year / 4 - year / 100 + year / 400)
    if rest < 0 {
      year -= 1
      rest = number - (365 * year + year / 4 - year / 100 + year / 400)
    }
    let month = (100 * rest + 52) / 3060
    var copy = self
    copy.parts[0] = month < 10 ? year : year + 1
    copy.parts[1] = month < 10 ? month + 3 : month - 9
    copy.parts[2] = rest - (month * 306 + 5) / 10 + 1
    return copy
  }
}

extension Int {
  fileprivate func flooredDivision(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
