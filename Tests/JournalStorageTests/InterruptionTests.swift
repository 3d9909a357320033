import Coach
import Foundation
import TestSupport
import Testing

@testable import JournalStorage

@Suite struct `An interruption` {
  /// More calls than any one operation makes.
  static let turns = 0..<60

  @Test func `of making a vault leaves none or a whole one`() throws {
    var outcomes: Set<String> = []
    for turn in Self.turns {
      let sandbox = try Sandbox()
      let gate = CallGate(.death, at: turn)
      let created = Result { try sandbox.create(on: gate.disk) }
      guard gate.wasReached else { break }
      try FaultCount.tally(1)

      if try Vault.exists(at: sandbox.place) {
        #expect(try sandbox.unlock().history().records == [])
        outcomes.insert("whole")
      } else {
        #expect((try? created.get()) == nil)
        #expect(try sandbox.create().history().records == [])
        outcomes.insert("none")
        let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.root).sorted()
        #expect(names == ["state", "vault"])
      }
    }
    #expect(outcomes == ["none", "whole"])
  }

  @Test func `of a save leaves the old or the new journal, and the draft unless it is new`() throws
  {
    var outcomes: Set<String> = []
    for turn in Self.turns {
      let sandbox = try Sandbox()
      var vault = try sandbox.create()
      try vault.save(.note(1), now: Sandbox.now)
      try vault.seal(.sitting(2))
      let gate = CallGate(.death, at: turn)
      var doomed = try sandbox.unlock(on: Disk())
      doomed = doomed.on(gate.disk)
      let saved = Result {
        try doomed.save(.note(2), dropping: .id(2), now: LocalTime(epochSeconds: 1_795_100_000))
      }
      guard gate.wasReached else { break }
      try FaultCount.tally(1)

      var after = try sandbox.unlock()
      let records = after.history().records
      let drafts = try after.drafts()
      if records == [.note(1), .note(2)] {
        #expect(drafts == [])
        outcomes.insert("new")
      } else {
        #expect(records == [.note(1)])
        #expect(drafts == [.sitting(2)])
        #expect((try? saved.get()) == nil)
        outcomes.insert("old")
      }
      try after.save(.note(2), dropping: .id(2), now: Sandbox.now)
      #expect(try sandbox.unlock().history().records == [.note(1), .note(2)])
      #expect(try !sandbox.files().contains { $0.contains(".kith-") })
    }
    #expect(outcomes == ["new", "old"])
  }

  @Test func `of a save of many pieces leaves the old or the new journal`() throws {
    let long = Record.note(2, String(repeating: "rain ", count: 100_000))
    var outcomes: Set<Int> = []
    for turn in Self.turns {
      let sandbox = try Sandbox()
      var vault = try sandbox.create()
      try vault.save(.note(1), now: Sandbox.now)
      let gate = CallGate(.death, at: turn)
      vault = vault.on(gate.disk)
      let saved = Result { try vault.save(long, now: Sandbox.now) }
      guard gate.wasReached else { break }

      let records = try sandbox.unlock().history().records
      #expect(records == [.note(1), long] || records == [.note(1)])
      if (try? saved.get()) != nil { #expect(records.count == 2) }
      outcomes.insert(records.count)
    }
    #expect(outcomes == [1, 2])
  }

  @Test(arguments: [5, 28, 122, 30, 95] as [Int32])
  func `by a failing call loses nothing and is not called a success`(code: Int32) throws {
    for turn in Self.turns {
      let sandbox = try Sandbox()
      var vault = try sandbox.create()
      try vault.seal(.sitting(2))
      let gate = CallGate(.failure(code), at: turn)
      vault = vault.on(gate.disk)
      let saved = Result { try vault.save(.note(2), dropping: .id(2), now: Sandbox.now) }
      guard gate.wasReached else { break }
      try FaultCount.tally(1)

      let after = try sandbox.unlock()
      let isKept = after.history().records == [.note(2)]
      let isDrafted = try after.drafts() == [.sitting(2)]
      #expect(isKept != isDrafted)
      if (try? saved.get()) != nil { #expect(isKept) }

      try vault.save(.note(2), dropping: .id(2), now: Sandbox.now)
      #expect(try sandbox.unlock().history().records == [.note(2)])
      #expect(try sandbox.unlock().drafts() == [])
    }
  }

  @Test func `of sealing a draft leaves its state before or after`() throws {
    for turn in Self.turns {
      let sandbox = try Sandbox()
      var vault = try sandbox.create()
      try vault.seal(.sitting(2, replies: ["one"]))
      let gate = CallGate(.death, at: turn)
      vault = vault.on(gate.disk)
      let sealed = Result { try vault.seal(.sitting(2, replies: ["one", "two"])) }
      guard gate.wasReached else { break }
      try FaultCount.tally(1)

      let drafts = try sandbox.unlock().drafts()
      #expect(
        drafts == [.sitting(2, replies: ["one", "two"])]
          || (drafts == [.sitting(2, replies: ["one"])] && (try? sealed.get()) == nil))
    }
  }

  @Test func `of a change of passphrase leaves the old or the new one`() throws {
    for turn in Self.turns {
      let sandbox = try Sandbox()
      var vault = try sandbox.create()
      let gate = CallGate(.death, at: turn)
      vault = vault.on(gate.disk)
      var typed = Array("new words".utf8)
      let changed = Result { try vault.changePassphrase(to: &typed, workFactor: 2) }
      guard gate.wasReached else { break }
      try FaultCount.tally(1)

      let opensOld = (try? sandbox.unlock()) != nil
      let opensNew = (try? sandbox.unlock("new words")) != nil
      #expect(opensOld || opensNew)
      if (try? changed.get()) != nil { #expect(opensNew && !opensOld) }
    }
  }

  @Test func `by a full disk is told as such and leaves everything in place`() throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let before = try sandbox.contents(sandbox.place.journal)
    let gate = CallGate(.lastingFailure(28, of: .write), at: 0)
    vault = vault.on(gate.disk)

    #expect(throws: VaultError.noSpace(path: sandbox.place.journal)) {
      try vault.save(.note(2), now: Sandbox.now)
    }
    #expect(throws: VaultError.noSpace(path: sandbox.place.draft(.id(3)))) {
      try vault.seal(.sitting(3))
    }
    #expect(try sandbox.contents(sandbox.place.journal) == before)
    #expect(vault.history().records == [.note(1)])
    #expect(try !sandbox.files().contains { $0.contains(".kith-") })
  }
}
