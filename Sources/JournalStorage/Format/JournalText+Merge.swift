import Coach

extension JournalText {
  /// The version that counts of a record; `nil` when there is none.
  func current(_ key: RecordKey) -> RecordLine? {
    places[key].map { lines[$0] }
  }

  /// The lines that count, in the order of the file.
  var currentLines: [RecordLine] {
    // Where every line has a record of its own, there are as many records as lines.
    guard places.count < lines.count else { return lines }
    return lines.indices.lazy.filter { index in
      lines[index].key.map { places[$0] == index } ?? false
    }.map { lines[$0] }
  }

  /// The records as the person knows them: newest versions, without what was deleted.
  var history: History {
    decoded.value {
      History(records: currentLines.compactMap { $0.isTombstone ? nil : $0.record })
    }
  }

  /// Adds what another text of the same journal has and this one lacks.
  ///
  /// The result holds of every record the versions that no other version was written over, and
  /// of a deleted one its tombstone with what is newer. It is the same whatever is merged with
  /// what, in which order and how often.
  mutating func merge(_ other: JournalText) {
    let strange = Set(lines.lazy.filter { $0.key == nil }.map(\.raw))
    var news: [RecordLine] = []
    var theirs: [RecordKey: [RecordLine]] = [:]
    for line in other.lines {
      guard let key = line.key else {
        if !strange.contains(line.raw) { news.append(line) }
        continue
      }
      if let mine = current(key), mine == line { continue }
      theirs[key, default: []].append(line)
    }
    guard !news.isEmpty || !theirs.isEmpty else { return }
    settle(theirs, adding: news)
  }

  /// Puts a version of a record into the journal.
  ///
  /// Its number is raised above that of the version that counts at present. That version is
  /// replaced when the writer had seen it, and otherwise kept beside the new one.
  ///
  /// - Parameters:
  ///   - record: The record to put in.
  ///   - base: The text the writer had before it.
  /// - Returns: The record with the number it got.
  /// - Throws: `VaultError.notEncodable`.
  mutating func put(_ record: Record, over base: JournalText) throws(VaultError) -> Record {
    let key = RecordKey(record.id)
    let seen = base.current(key)
    guard let place = places[key] else {
      put(try RecordLine(record, over: seen), replacing: nil)
      return record
    }
    let current = lines[place]
    guard current.record != record else { return record }
    var raised = record
    raised.rev = max(record.rev, current.rev + 1)
    let line = try RecordLine(raised, replacing: current, over: seen)
    put(line, replacing: seen == current && !current.isTombstone ? place : nil)
    if line.isTombstone { settle([key: [line]], adding: []) }
    return raised
  }

  /// Counts the records of another text that this one lacks; more than none is a mistake.
  func lostRecordCount(comparedTo other: JournalText) -> Int {
    var lost = other.places.keys.count { places[$0] == nil }
    let strange = Set(lines.lazy.filter { $0.key == nil }.map(\.raw))
    lost += other.lines.count { $0.key == nil && !strange.contains($0.raw) }
    return lost
  }

  /// How many versions do not count at present.
  var olderVersionCount: Int {
    lines.count { $0.key != nil } - places.count
  }

  /// Takes lines in and drops, of their records, the versions that others stand for.
  private mutating func settle(_ theirs: [RecordKey: [RecordLine]], adding news: [RecordLine]) {
    var mine: [RecordKey: [RecordLine]] = [:]
    for line in lines {
      if let key = line.key, theirs[key] != nil { mine[key, default: []].append(line) }
    }
    var changed: [RecordKey: [RecordLine]] = [:]
    for (key, versions) in theirs {
      let before = mine[key] ?? []
      let after = Self.standing(before + versions)
      if Set(before.map(\.raw)) != Set(after.map(\.raw)) { changed[key] = after }
    }
    guard !changed.isEmpty || !news.isEmpty else { return }
    let kept = lines.filter { line in line.key.map { changed[$0] == nil } ?? true }
    // A dictionary has no order of its own; files should not differ between two runs.
    let settled = changed.values.sorted { $0[0].raw.lexicographicallyPrecedes($1[0].raw) }
    replaceLines(kept + news + settled.joined())
  }

  /// The versions of one record that no other stands for, each once.
  static func standing(_ versions: [RecordLine]) -> [RecordLine] {
    var raws: Set<ArraySlice<UInt8>> = []
    let single = versions.filter { raws.insert($0.raw).inserted }
    guard single.count > 1 else { return single }
    let overs = Set(single.flatMap(\.overs))
    let tombstone = single.filter(\.isTombstone).max { $1.outranks($0) }
    return single.filter { line in
      if let tombstone, line != tombstone, tombstone.outranks(line) { return false }
      return line.isTombstone || overs.isEmpty || !overs.contains(line.digest)
    }
  }
}
