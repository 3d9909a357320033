import CPlatform
import Coach
import Console
import JournalStorage

/// Brings back backups and what is left of a damaged journal, with the person.
struct Restoring {
  let host: Host
  let key: VaultKey

  private var screen: Screen { host.screen }

  /// Lists the backups that kith keeps, the newest first.
  func list() throws {
    let backups = try own()
    guard !backups.isEmpty else {
      return try screen.say("kith keeps no backup yet; the first save of each day makes one.")
    }
    for (number, backup) in backups.enumerated() {
      let state =
        backup.fault.map { "does not open: \($0)" }
        ?? "save \(backup.generation ?? 0), \(Self.records(backup.recordCount ?? 0))"
      try screen.item("\(number + 1)", Self.day(of: backup.path) + state)
    }
    try screen.write([""])
    try screen.say(
      "'kith journal restore 1' brings back what only the first of them has; --replace puts it in "
        + "the journal's place.")
  }

  /// Brings back a backup.
  ///
  /// - Parameters:
  ///   - named: Its path, or its number in the list.
  ///   - manner: Whether it is merged or takes the journal's place.
  /// - Throws: ``Failure`` or `VaultError`; the journal is then as it was.
  func restore(_ named: String, _ manner: RestoreManner) throws {
    let path = try path(of: named)
    if manner == .replacing {
      let isMeant = try screen.confirm(
        "The backup takes the place of your journal. The present journal is kept among the backups, "
          + "and entries that the backup lacks are only there. Go on?",
        orElse: "nothing was changed: the question was not answered with yes")
      guard isMeant else { return try screen.say("Nothing was changed.") }
    }
    let note = try VaultGate(host).opening { secret in
      try key.restore(from: path, manner, openedWith: secret, now: host.clock.now).note
    }
    try screen.say(Self.sentences(note))
    if let kept = note.keptJournal {
      try screen.say("The journal of before lies here:")
      try screen.write([screen.margin + kept, ""])
    }
  }

  /// Saves what can be read of a damaged journal.
  func salvage() throws {
    guard try key.verify().files.contains(where: { $0.part == .journal && $0.fault != nil }) else {
      return try screen.say("The journal is whole; there is nothing to salvage.")
    }
    let found = try key.salvage()
    let expected = found.expectedLineCount.map { " of \($0)" } ?? ""
    try screen.say(
      "Of the damaged journal, \(found.savedLineCount)\(expected) lines can be read; the backups give "
        + "\(found.addedFromBackupsCount) more. The damaged file is kept beside the new one.")
    let isMeant = try screen.confirm(
      "Write the journal anew from these?",
      orElse: "nothing was changed: the question was not answered with yes")
    guard isMeant else { return try screen.say("Nothing was changed.") }
    let note = try key.keep(found, now: host.clock.now).note
    try screen.say("The journal is whole again: \(Self.records(note.recordCount)).")
    if let damaged = note.damagedJournal {
      try screen.say("The damaged one lies here:")
      try screen.write([screen.margin + damaged, ""])
    }
  }

  private func path(of named: String) throws -> String {
    guard let number = Int(named) else { return host.absolutePath(of: named) }
    let backups = try own()
    guard backups.indices.contains(number - 1) else {
      throw Failure(
        message: "there is no backup \(number); kith keeps \(backups.count)",
        hint: "'kith journal restore' lists them")
    }
    return backups[number - 1].path
  }

  private func own() throws -> [VaultReport.File] {
    try key.verify().files.filter { $0.part == .backup }
      .sorted { ($0.generation ?? -1, $0.path) > ($1.generation ?? -1, $1.path) }
  }

  private static func sentences(_ note: RestoreNote) -> String {
    let changes = [
      note.addedCount > 0 ? "\(records(note.addedCount)) came back." : nil,
      note.removedCount > 0
        ? "\(records(note.removedCount)) \(note.removedCount == 1 ? "is" : "are") no longer in it."
        : nil,
    ].compactMap(\.self)
    guard !changes.isEmpty else {
      return "The journal has all of it already: \(records(note.recordCount))."
    }
    return (changes + ["The journal holds \(records(note.recordCount)) now."])
      .joined(separator: " ")
  }

  /// The day of a backup: its file is dated to noon of it.
  private static func day(of path: String) -> String {
    // Not with Foundation, which asks a service of the system for the owner's name as well.
    var status = platform_status()
    // A backup that cannot be looked at is listed without its day.
    guard platform_status_at(path, &status) == 0 else { return "" }
    return "\(LocalTime(epochSeconds: Int(status.modified), offset: 0).day), "
  }

  private static func records(_ count: Int) -> String {
    count == 1 ? "1 record" : "\(count) records"
  }
}
