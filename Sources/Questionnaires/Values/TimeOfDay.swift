/// A time on the clock, to the second.
public struct TimeOfDay: Hashable, Sendable {
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 60 (leap seconds).
  public let second: Int

  /// Makes a time, or nothing when no clock shows it.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
      return nil
    }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Reads `9:30`, `09:30` or `09:30:15`; a fraction of a second is passed over.
  ///
  /// - Parameter text: The time on a clock of 24 hours.
  public init?(_ text: String) {
    let whole = text.prefix { $0 != "." }
    let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap {
      (1...2).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil
    }
    guard numbers.count == parts.count, (2...3).contains(parts.count), parts[1].count == 2 else {
      return nil
    }
    self.init(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }

  /// Seconds since midnight.
  var secondOfDay: Int { (hour * 60 + minute) * 60 + second }
}

extension TimeOfDay: CustomStringConvertible {
  /// The time as FHIR writes it, such as `09:30:00`.
  public var description: String {
    [hour, minute, second].map { padded($0, to: 2) }.joined(separator: ":")
  }
}

extension TimeOfDay: Codable {
  /// Reads the time from its text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the text is no time.
  public init(from decoder: any Decoder) throws {
    guard let time = TimeOfDay(try String(from: decoder)) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a time such as 09:30:00"))
    }
    self = time
  }

  /// Writes the time as its text.
  public func encode(to encoder: any Encoder) throws {
    try description.encode(to: encoder)
  }
}
