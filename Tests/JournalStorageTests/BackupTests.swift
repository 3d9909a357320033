import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `The backups` {
  @Test func `are kept of 7 days, 4 weeks and 12 months`() {
    let first = CalendarDay(year: 2025, month: 1, day: 1)
    let copies = (0..<500).map { offset in
      Backups.Copy(generation: offset, day: CalendarDay(number: first.number + offset))
    }

    let days = copies.filter { Backups.kept(of: copies).contains($0.generation) }
      .map(\.day.description)

    #expect(
      days == [
        "2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30",
        "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-26", "2026-04-30",
        "2026-05-03", "2026-05-09", "2026-05-10", "2026-05-11", "2026-05-12", "2026-05-13",
        "2026-05-14", "2026-05-15",
      ])
  }

  @Test func `are made once a day, and open like the journal`() throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    let day = 86_400
    for (number, second) in [0, 60, day, day + 60, 2 * day].enumerated() {
      let now = LocalTime(epochSeconds: Sandbox.now.epochSeconds + second)
      try vault.save(.note(number), now: now)
    }

    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.place.backups).sorted()
    #expect(names == ["journal-2.age", "journal-4.age", "journal-6.age"])
    let path = sandbox.place.backup(4)
    let backup = try JournalFile(
      opening: sandbox.contents(path), with: vault.identity, path: path)
    #expect(backup.text.history.records == [.note(0), .note(1), .note(2)])
  }

  @Test func `that fail do not undo a save`() throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    try sandbox.remove(sandbox.place.backups)
    try sandbox.put([1], at: sandbox.place.backups)

    try vault.save(.note(1), now: Sandbox.now)

    #expect(vault.notices == [.backupFailed(.system(path: sandbox.place.backups, code: 20))])
    #expect(try sandbox.unlock().history().records == [.note(1)])
  }
}
