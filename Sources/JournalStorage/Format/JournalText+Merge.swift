import Coach

extension JournalText {
  /// The lines that count: of every record the version that outranks the others.
  var currentLines: [String: RecordLine] {
    var current: [String: RecordLine] = [:]
    for line in lines {
      guard let id = line.id else { continue }
      if let other = current[id], !line.outranks(other) { continue }
      current[id] = line
    }
    return current
  }

  /// The records as the person knows them: newest versions, without what was deleted.
  var history: History {
    History(records: currentLines.values.compactMap { $0.isTombstone ? nil : $0.record })
  }

  /// Adds what another reading of the same journal has and this one lacks.
  ///
  /// Where this text has a record at all it is taken to be the newer reading, unless its version
  /// is lower, as it is when something put an older file back.
  mutating func add(missingFrom other: JournalText) {
    let mine = currentLines
    let theirs = other.currentLines
    let raws = Set(lines.map(\.raw))
    for line in other.lines where !raws.contains(line.raw) {
      guard let id = line.id, let current = mine[id] else {
        lines.append(line)
        continue
      }
      let isCurrent = theirs[id] == line
      if isCurrent, line.rev > current.rev { lines.append(line) }
    }
    dropWhatTombstonesCover()
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
    guard let current = currentLines[record.id] else {
      lines.append(try RecordLine(record))
      return record
    }
    guard current.record != record else { return record }
    var raised = record
    raised.rev = max(record.rev, current.rev + 1)
    let line = try RecordLine(raised, replacing: current)
    let index = lines.firstIndex(of: current)
    if let index, base.lines.contains(where: { $0.raw == current.raw }) {
      lines[index] = line
    } else {
      lines.append(line)
    }
    dropWhatTombstonesCover()
    return raised
  }

  /// Counts the records of another text that this one lacks; more than none is a mistake.
  func lostRecordCount(comparedTo other: JournalText) -> Int {
    Set(other.lines.compactMap(\.id)).subtracting(lines.compactMap(\.id)).count
  }

  /// A deleted record is deleted in all its versions.
  private mutating func dropWhatTombstonesCover() {
    let tombstones = currentLines.filter { $0.value.isTombstone }
    guard !tombstones.isEmpty else { return }
    lines.removeAll { line in
      guard let id = line.id, let tombstone = tombstones[id] else { return false }
      return line != tombstone
    }
  }
}
