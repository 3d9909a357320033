import Coach
import Console
import JournalStorage

/// Says what is to be deleted, and what came of it; never in the person's own words.
struct DeletionView {
  let screen: Screen
  let index: EntryIndex
  let people: [Person]

  /// How many entries there are, in words.
  static func count(_ records: [Record]) -> String {
    records.count == 1 ? "1 entry" : "\(records.count) entries"
  }

  /// Lists what is to be deleted.
  func announce(_ records: [Record]) throws {
    let list = EntryList(screen: screen, index: index)
    try screen.say(records.count == 1 ? "This would go:" : "These \(records.count) would go:")
    try screen.write(records.flatMap(list.lines) + [""])
  }

  /// Tells of entries that stay though they name somebody.
  func tellOf(_ records: [Record]) throws {
    let numbers = records.compactMap { index.number(of: $0.id).map(String.init) }
    try screen.say(
      (records.count == 1
        ? "1 more entry names this person in words and would stay: "
        : "\(records.count) more entries name this person in words and would stay: ")
        + "\(numbers.joined(separator: ", ")). --mentions takes \(records.count == 1 ? "it" : "them") "
        + "along.")
  }

  /// Says what is gone, and what kith cannot reach.
  func show(_ note: DeletionNote) throws {
    let records = note.recordCount == 1 ? "1 record" : "\(note.recordCount) records"
    let backups = note.backupCount == 1 ? "1 backup" : "\(note.backupCount) backups"
    let held = note.backupCount == 0 ? "; no backup held any of it" : " and \(backups)"
    let waiting = note.draftCount == 0 ? "" : ", with what was unfinished of it"
    try screen.say("Deleted: \(records), out of the journal\(held)\(waiting).")
    try screen.show(note.unreachable)
  }
}

extension Screen {
  /// Lists copies that kith cannot reach.
  func show(_ copies: [UnreachableCopy]) throws {
    guard !copies.isEmpty else { return }
    try say("kith cannot reach these, if there are any:")
    for copy in copies {
      try item("-", copy.inWords)
      // A path is never broken, so that it can be copied.
      if let path = copy.path { try write(["\(margin)   \(path)"]) }
    }
    try write([""])
  }
}

extension UnreachableCopy {
  /// What it is, for people.
  fileprivate var inWords: String {
    switch self {
    case .conflictCopy:
      "what a synchronisation program left; 'kith journal merge' takes it in:"
    case .export(_, let format): "a copy you made (\(format)):"
    case .damagedFile: "a backup that does not open:"
    case .otherDevices: "other computers that share this journal, until they have met it"
    case .snapshots: "older versions that a backup program, the cloud or the file system keeps"
    case .diskRemnants: "traces on the disk itself, which disk encryption covers"
    }
  }

  /// Where it lies, where that is known.
  fileprivate var path: String? {
    switch self {
    case .conflictCopy(let path), .export(let path, _), .damagedFile(let path): path
    case .otherDevices, .snapshots, .diskRemnants: nil
    }
  }
}
