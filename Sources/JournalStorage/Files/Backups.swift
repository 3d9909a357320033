import Age
import CPlatform
import Coach

/// The copies of earlier saves: one a day, thinned out as they grow old, and journals that were
/// replaced, which stay.
struct Backups {
  private static let prefix = "journal-"
  private static let keptPrefix = "kept-"
  private static let suffix = ".age"

  let place: VaultPlace
  let disk: Disk

  /// One copy.
  struct Copy: Equatable {
    let generation: Int
    let day: CalendarDay
  }

  /// Keeps the journal as the backup of its day, unless this day has one already.
  ///
  /// - Parameters:
  ///   - headerBytes: What the journal begins with, so that no other file is taken for it.
  ///   - generation: The number of the save.
  ///   - now: The present time.
  /// - Throws: What keeps it from being copied.
  func add(
    beginning headerBytes: [UInt8], _ generation: Int, now: LocalTime
  ) throws(VaultError) {
    let copies = try all()
    guard !copies.contains(where: { $0.day == now.day }) else { return }
    let path = place.backup(generation)
    try disk.makeFolder(place.backups)
    // The day is kept as the time of the file, since names should say as little as they can.
    let noon = Int64(now.day.number) * 86_400 + 43_200
    try disk.copy(place.journal, beginning: headerBytes, to: path)
    try disk.setModified(path, noon)
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

extension Backups {
  /// Every backup and every journal that was kept, in order.
  func paths() throws(VaultError) -> [String] {
    try disk.names(in: place.backups).filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }
      .map { "\(place.backups)/\($0)" }
  }

  /// The path for a journal that is kept aside; it is never thinned out.
  func keptPath(_ generation: Int) throws(VaultError) -> String {
    "\(place.backups)/\(Self.keptPrefix)\(generation)-\(try disk.randomName())\(Self.suffix)"
  }

  /// Opens a backup; `nil` when it is gone.
  func open(
    _ path: String, with identities: [X25519Identity]
  ) throws(VaultError) -> JournalText? {
    let bytes = try disk.contents(of: path, followsLinks: false, limit: Disk.journalLimit)
    guard let bytes else { return nil }
    return try JournalFile(opening: bytes, with: identities, path: path, part: .backup).text
  }

  /// Writes a backup again; its time stays, since that is its day.
  func rewrite(
    _ path: String, with text: JournalText, sealedTo identity: X25519Identity
  ) throws(VaultError) {
    let modified = try disk.status(of: path)?.modified
    _ = try JournalFile.write(text, to: path, with: identity, device: place.device, on: disk)
    if let modified { try disk.setModified(path, modified) }
  }
}
