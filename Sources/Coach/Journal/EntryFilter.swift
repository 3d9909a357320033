/// Which entries are meant: by kind, tag, person and day.
public struct EntryFilter: Equatable, Sendable {
  /// Kinds, of which an entry has to be one; none stands for every kind that is listed.
  public var kinds: [Record.Kind]

  /// Tags, all of which an entry has to have.
  public var tags: [Tag]

  /// Names, of all of which an entry has to speak; the first letters of a name will do.
  public var people: [String]

  /// The days on which an entry has to have been begun, by the clock of its writer.
  public var days: DaySpan

  /// Makes a filter; without arguments it admits every entry that is listed.
  public init(
    kinds: [Record.Kind] = [], tags: [Tag] = [], people: [String] = [], days: DaySpan = .always
  ) {
    self.kinds = kinds
    self.tags = tags
    self.people = people
    self.days = days
  }

  /// Whether every entry that is listed is meant.
  public var isEmpty: Bool { self == EntryFilter() }

  /// Whether an entry is meant.
  ///
  /// - Parameters:
  ///   - record: The entry.
  ///   - known: The people of the inventory, by whom names are understood.
  /// - Returns: Whether it passes every part of the filter.
  public func admits(_ record: Record, people known: [Person] = []) -> Bool {
    guard kinds.isEmpty ? record.kind.isListed : kinds.contains(record.kind),
      days.contains(record.at.day), tags.allSatisfy({ record.isTagged($0) })
    else { return false }
    return people.allSatisfy { record.speaks(of: $0, among: known) }
  }
}

extension Record {
  /// Whether the record is filed under somebody, or is what the inventory knows of them.
  ///
  /// - Parameters:
  ///   - name: Their name, or its first letters.
  ///   - known: The people of the inventory.
  /// - Returns: Whether one of its people is meant by the name.
  public func speaks(of name: String, among known: [Person]) -> Bool {
    let meant = Set(known.called(name).map(\.id))
    if meant.contains(id) || people.contains(where: meant.contains) { return true }
    // Entries that came from elsewhere name people whom the inventory does not know.
    let wanted = Portrait.folded(name)
    let ids = Set(known.map(\.id))
    return people.contains { !ids.contains($0) && Portrait.folded($0).hasPrefix(wanted) }
  }
}

extension History {
  /// The entries a filter means, oldest first.
  public func entries(_ filter: EntryFilter) -> [Record] {
    let known = filter.people.isEmpty ? [] : people
    return records.filter { filter.admits($0, people: known) }
  }

  /// The entries that were begun on a day's date in earlier years, oldest first.
  ///
  /// What was written on a 29 February comes back on 28 February in years without one.
  public func entries(onThisDay day: CalendarDay) -> [Record] {
    let (year, month, number) = day.parts
    let isLastOfShortFebruary =
      month == 2 && number == 28 && CalendarDay(number: day.number + 1).parts.month == 3
    return entries.filter { record in
      let then = record.at.day.parts
      guard then.year < year, then.month == month else { return false }
      return then.day == number || isLastOfShortFebruary && then.day == 29
    }
  }
}
