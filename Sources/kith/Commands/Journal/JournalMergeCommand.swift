import ArgumentParser
import Console
import JournalStorage

/// Takes in what another copy of the journal has.
struct JournalMergeCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Take in what another copy of the journal has.",
    usage: "kith journal merge [FILE...] [OPTIONS]",
    discussion: """
      Without a file it takes in the copies that a synchronisation program left beside the \
      journal. Nothing is lost: of two versions of one entry the later counts, and the other is \
      kept with it.

      Example: kith journal merge /media/stick/kith-backup-2026-11-26
      """)

  @Argument(help: "Journal files, or folders with a journal in them.")
  var file: [String] = []

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    var journal = try Visit(host).existingJournal()
    guard !file.isEmpty else { return try mergeConflictCopies(&journal, host) }
    for name in file {
      let path = host.absolutePath(of: name)
      let note = try VaultGate(host).opening { secret in
        try journal.change { try $0.merge(path, openedWith: secret, now: host.clock.now) }
      }
      try show(note, on: host.screen)
    }
  }

  private func mergeConflictCopies(_ journal: inout Journal, _ host: Host) throws {
    let (notes, faults) = try journal.change { try $0.mergeConflictCopies(now: host.clock.now) }
    for note in notes { try show(note, on: host.screen) }
    for fault in faults { host.tell("kith: \(fault)") }
    if notes.isEmpty, faults.isEmpty {
      try host.screen.say("No other copy lies beside the journal. Name a file to take it in.")
    }
    guard faults.isEmpty else { throw Failure(message: "not every copy could be taken in") }
  }

  private func show(_ note: MergeNote, on screen: Screen) throws {
    try screen.write([screen.margin + note.path])
    guard note.addedCount + note.updatedCount + note.keptVersionCount > 0 else {
      return try screen.say("It has nothing that the journal lacks.")
    }
    let kept =
      note.keptVersionCount == 0
      ? "" : " Other versions kept beside the ones that count: \(note.keptVersionCount)."
    try screen.say("New: \(note.addedCount). Changed: \(note.updatedCount).\(kept)")
  }
}
