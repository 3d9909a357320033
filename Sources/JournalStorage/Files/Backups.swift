import CPlatform
import Coach

/// The copies of earlier saves: one a day, thinned out as they grow old.
struct Backups {
  private static let prefix = "journal-"
  private static let suffix = ".age"

  let place: VaultPlace
  let disk: Disk

  /// One copy.
  struct Copy: Equatable {
    let generation: Int
    let day: CalendarDay
  }

  /// Copies the journal unless this day has a copy already.
  func add(_ generation: Int, now: LocalTime) throws(VaultError) {
    let copies = try all()
    guard !copies.contains(where: { $0.day == now.day }) else { return }
    guard let bytes = try disk.contents(of: place.journal) else { return }
    let path = place.backup(generation)
    try disk.makeFolder(place.backups)
    try disk.replace(path, with: bytes)
    // The day is kept as the time of the file, since names should say as little as they can.
    let noon = Int64(now.day.number) * 86_400 + 43_200
    try disk.attempt(.write, path) { platform_set_modified(path, noon) }
    let kept = Self.kept(of: copies + [Copy(generation: generation, day: now.day)])
    for copy in copies where !kept.contains(copy.generation) {
      try disk.remove(place.backup(copy.generation))
    }
  }

  /// Chooses the copies to keep: the newest of each of the last 7 days, 4 weeks and 12 months
  /// that have any.
  static func kept(of copies: [Copy]) -> Set<Int> {
    let newestFirst = copies.sorted { $0.generation > $1.generation }
    func newest(_ count: Int, in period: (CalendarDay) -> Int) -> [Int] {
      var periods: Set<Int> = []
      return newestFirst.filter { periods.count < count && periods.insert(period($0.day)).inserted }
        .map(\.generation)
    }
    return Set(
      newest(7) { $0.number } + newest(4) { $0.monday.number }
        + newest(12) { $0.parts.year * 12 + $0.parts.month })
  }

  private func all() throws(VaultError) -> [Copy] {
    var copies: [Copy] = []
    for name in try disk.names(in: place.backups) {
      guard name.hasPrefix(Self.prefix), name.hasSuffix(Self.suffix),
        let generation = Int(name.dropFirst(Self.prefix.count).dropLast(Self.suffix.count)),
        let status = try disk.status(of: place.backup(generation))
      else { continue }
      let day = CalendarDay(number: Int((Double(status.modified) / 86_400).rounded(.down)))
      copies.append(Copy(generation: generation, day: day))
    }
    return copies
  }
}
