import Coach
import Foundation
import TestSupport
import Testing

@testable import JournalStorage

@Suite struct `A cut of the power` {
  /// Does something with a vault that holds two notes, and looks at every state a cut may leave.
  private func cut(
    during change: (inout Vault) throws -> Void, check: (Sandbox, _ isDone: Bool) throws -> Void
  ) throws -> Int {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    try vault.save(.note(2), now: Sandbox.now)
    let start = try sandbox.snapshot()
    let power = PowerCut()
    vault = vault.on(power.disk)
    try change(&vault)
    var count = 0
    for events in 0...power.eventCount {
      for state in power.states(after: events, from: start) {
        try sandbox.restore(state)
        try check(sandbox, events == power.eventCount)
        count += 1
      }
    }
    try FaultCount.tally(count)
    return count
  }

  /// The generation that this computer remembers need not be on the disk yet.
  private func records(_ sandbox: Sandbox, _ phrase: String = Sandbox.phrase) throws -> [Record] {
    try sandbox.unlock(phrase).history().records
  }

  @Test func `during a save leaves the old or the new journal, and the new one once it is said`()
    throws
  {
    let day = LocalTime(epochSeconds: Sandbox.now.epochSeconds + 86_400)
    let count = try cut { vault in
      try vault.save(.note(3), now: day)
    } check: { sandbox, isDone in
      let records = try records(sandbox)
      #expect(records == [.note(1), .note(2), .note(3)] || records == [.note(1), .note(2)])
      if isDone { #expect(records.count == 3) }
    }
    #expect(count > 20)
  }

  @Test func `during a save of many pieces leaves the old or the new journal`() throws {
    let long = Record.note(3, String(repeating: "rain ", count: 60_000))
    let count = try cut { vault in
      try vault.save(long, now: Sandbox.now)
    } check: { sandbox, isDone in
      let records = try records(sandbox)
      #expect(records == [.note(1), .note(2), long] || records == [.note(1), .note(2)])
      if isDone { #expect(records.count == 3) }
    }
    #expect(count > 20)
  }

  @Test func `would be found out if a journal were written without waiting for the disk`() throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let start = try sandbox.snapshot()
    let sealed = try sandbox.sealed(vault.journal.text, with: vault.identity)
    let power = PowerCut()
    try power.disk.replace(sandbox.place.journal, with: sealed, isDurable: false)

    let journals = power.states(after: power.eventCount, from: start)
      .map { $0[sandbox.place.journal] }

    #expect(journals.contains(sealed))
    #expect(journals.contains(start[sandbox.place.journal]))
    #expect(journals.contains { $0?.count == 512 })
  }

  @Test func `during a deletion leaves a journal with the record or none with it anywhere`() throws
  {
    _ = try cut { vault in
      try vault.delete([.id(2)], now: Sandbox.now)
    } check: { sandbox, isDone in
      let records = try records(sandbox)
      #expect(records == [.note(1), .note(2)] || records == [.note(1)])
      if isDone { #expect(records == [.note(1)]) }
      #expect(try sandbox.unlock().verify().files.allSatisfy { $0.fault == nil })
    }
  }

  @Test func `during a change of passphrase leaves one of the two`() throws {
    _ = try cut { vault in
      var typed = Array("new words".utf8)
      try vault.changePassphrase(to: &typed, workFactor: 2)
    } check: { sandbox, isDone in
      let opensNew = fault { () throws(VaultError) in try sandbox.unlock("new words") } == nil
      let opensOld = fault { () throws(VaultError) in try sandbox.unlock() } == nil
      #expect(opensNew || opensOld)
      if isDone { #expect(opensNew && !opensOld) }
    }
  }

  @Test func `during a change of key leaves a vault that opens with everything in it`() throws {
    _ = try cut { vault in
      try vault.seal(.sitting(9))
      var typed = Array(Sandbox.phrase.utf8)
      _ = try vault.rekey(passphrase: &typed, workFactor: 2)
    } check: { sandbox, isDone in
      let vault = try sandbox.unlock()
      #expect(vault.history().records == [.note(1), .note(2)])
      let report = try vault.verify()
      #expect(report.files.allSatisfy { $0.fault == nil })
      if isDone { #expect(try vault.drafts() == [.sitting(9)]) }
    }
  }
}
