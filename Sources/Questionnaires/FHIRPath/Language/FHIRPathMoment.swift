import FoundationEssentials

/// A date, a moment or a time of day, as exact as it was given.
///
/// `2024`, `2024-11` and `2024-11-23T20:15` are all one of these. Two of them that are not equally
/// exact can often not be compared; then comparing gives nothing.
struct FHIRPathMoment: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case date, dateTime, time
  }

  var kind: Kind
  /// Year, month, day, hour, minute and milliseconds, or the last three; as many as are known.
  var parts: [Int]
  /// How many minutes the clock is ahead of universal time; `nil` where nothing was said.
  var offset: Int?

  init(kind: Kind, parts: [Int], offset: Int? = nil) {
    self.kind = kind
    self.parts = parts
    self.offset = offset
  }

  /// Reads what follows an at sign: `2024-11`, `2024-11-23T20:15:00Z`, `T20:15`.
  init?(literal text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(halves.count) else { return nil }
    guard halves.count == 2 else {
      self.init(date: text, kind: .date)
      return
    }
    if halves[0].isEmpty {
      self.init(clock: halves[1])
    } else {
      self.init(date: halves[0], kind: .dateTime)
      if !halves[1].isEmpty, !addClock(halves[1]) { return nil }
    }
  }

  /// Reads a value of a FHIR date, dateTime, instant or time.
  init?(_ text: String, kind: Kind) {
    if kind == .time {
      self.init(clock: text)
      return
    }
    self.init(literal: text)
    if self.kind == .time { return nil }
    self.kind = kind
    if kind == .date { parts = Array(parts.prefix(3)) }
  }

  private init?(date text: String, kind: Kind) {
    let texts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(texts.count), texts[0].utf8.count == 4,
      texts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = texts.compactMap(Self.number)
    guard numbers.count == texts.count,
      PartialDate(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil) != nil
    else { return nil }
    self.init(kind: kind, parts: numbers)
  }

  private init?(clock text: String) {
    self.init(kind: .time, parts: [])
    guard addClock(text), offset == nil else { return nil }
  }

  private mutating func addClock(_ text: String) -> Bool {
    guard kind == .time || parts.count == 3 else { return false }
    let clock = text.prefix { !"Z+-".contains($0) }
    let zone = text.dropFirst(clock.count)
    if !zone.isEmpty {
      guard let minutes = Self.minutes(of: String(zone)) else { return false }
      offset = minutes
    }
    let texts = clock.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(texts.count), let hour = Self.number(texts[0]), hour < 24 else {
      return false
    }
    parts.append(hour)
    guard texts.count > 1 else { return true }
    guard let minute = Self.number(texts[1]), minute < 60 else { return false }
    parts.append(minute)
    guard texts.count > 2 else { return true }
    guard let milliseconds = Self.milliseconds(texts[2]) else { return false }
    parts.append(milliseconds)
    return true
  }

  private static func number(_ text: String) -> Int? {
    text.isEmpty || !text.allSatisfy(\.isASCIIDigit) ? nil : Int(text)
  }

  private static func minutes(of zone: String) -> Int? {
    if zone == "Z" { return 0 }
    let texts = zone.dropFirst().split(separator: ":").map(String.init)
    guard zone.count == 6, texts.count == 2, let hours = number(texts[0]),
      let minutes = number(texts[1]), hours < 15, minutes < 60
    else { return nil }
    return (zone.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func milliseconds(_ text: String) -> Int? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(halves.count), let second = number(halves[0]), second < 61 else {
      return nil
    }
    guard halves.count == 2 else { return second * 1000 }
    guard let fraction = number(String((halves[1] + "000").prefix(3))) else { return nil }
    return second * 1000 + fraction
  }
}

extension FHIRPathMoment: CustomStringConvertible {
  /// The moment as FHIR writes it.
  var description: String {
    let clock = kind == .time ? parts : Array(parts.dropFirst(3))
    let day =
      kind == .time ? [] : parts.prefix(3).enumerated().map { padded($1, to: $0 == 0 ? 4 : 2) }
    var text = day.joined(separator: "-")
    if !clock.isEmpty {
      if kind != .time { text += "T" }
      text += clock.prefix(2).map { padded($0, to: 2) }.joined(separator: ":")
    }
    if clock.count == 3 {
      text += ":" + padded(clock[2] / 1000, to: 2)
      if clock[2] % 1000 > 0 { text += "." + padded(clock[2] % 1000, to: 3) }
    }
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    let zone = [abs(offset) / 60, abs(offset) % 60].map { padded($0, to: 2) }
    return text + (offset < 0 ? "-" : "+") + zone.joined(separator: ":")
  }
}
