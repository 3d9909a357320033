import Coach
import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import JournalStorage

@Suite struct `Two windows on one vault` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func `see each other's records after a save`() throws {
    var first = try sandbox.create()
    var second = try sandbox.unlock()

    try first.save(.note(1), now: Sandbox.now)
    try second.save(.note(2), now: Sandbox.now)
    try first.save(.note(3), now: Sandbox.now)

    #expect(second.history().records == [.note(1), .note(2)])
    #expect(first.history().records == [.note(1), .note(2), .note(3)])
    #expect(try sandbox.unlock().generation == 4)
  }

  @Test func `keep both versions when both change one record`() throws {
    var first = try sandbox.create()
    try first.save(.note(1, "before"), now: Sandbox.now)
    var second = try sandbox.unlock()

    try first.save(.note(1, "from the first", rev: 2), now: Sandbox.now)
    try second.save(.note(1, "from the second", rev: 2), now: Sandbox.now)

    let opened = try sandbox.unlock()
    #expect(opened.history().records == [.note(1, "from the second", rev: 3)])
    #expect(
      opened.journal.text.lines.compactMap { $0.record?.words } == [
        "from the first", "from the second",
      ])
  }

  @Test func `do not bring back what one of them deleted`() throws {
    var first = try sandbox.create()
    try first.save(.note(1, "gone"), now: Sandbox.now)
    var second = try sandbox.unlock()

    try first.delete(.id(1), now: Sandbox.now)
    try second.save(.note(2), now: Sandbox.now)

    #expect(try sandbox.unlock().history().records == [.note(2)])
  }

  @Test func `lose nothing while they save at the same time`() throws {
    _ = try sandbox.create()
    let faults = Mutex<[String]>([])

    DispatchQueue.concurrentPerform(iterations: 4) { window in
      do {
        var vault = try sandbox.unlock()
        for number in 1...10 {
          try vault.save(.note(window * 100 + number), now: Sandbox.now)
          try vault.seal(.sitting(window * 100 + 99, replies: ["\(number)"]))
        }
      } catch {
        faults.withLock { $0.append("\(error)") }
      }
    }

    #expect(faults.withLock { $0 } == [])
    let opened = try sandbox.unlock()
    let ids = Set(opened.history().records.map(\.id))
    #expect(ids.count == 40)
    #expect(opened.journal.text.lines.count == 40)
    #expect(opened.generation == 41)
    #expect(try opened.drafts().count == 4)
  }

  @Test func `keep what each said was saved, though others die at any moment`() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.create()
    let windows = 8
    let saves = FaultCount.number(quick: 6, full: 100)
    let kept = Mutex<Set<String>>([])

    DispatchQueue.concurrentPerform(iterations: windows) { window in
      var dice = Dice(seed: UInt64(window))
      let isDoomed = window.isMultiple(of: 2)
      let gate = CallGate(.death, at: dice.roll(saves * 30))
      for number in 0..<saves {
        let id = window * 1000 + number
        let error = fault { () throws(VaultError) in
          var vault = try sandbox.unlock(on: isDoomed ? gate.disk : Disk())
          try vault.save(.note(id), now: Sandbox.now)
        }
        if error == nil { kept.withLock { _ = $0.insert(.id(id)) } }
      }
    }

    let records = try sandbox.unlock().history().records
    #expect(Set(records.map(\.id)).isSuperset(of: kept.withLock { $0 }))
    #expect(Set(records.map(\.id)).count == records.count)
    #expect(kept.withLock { $0.count } >= windows / 2 * saves)
    try FaultCount.tally(windows * saves)
  }

  @Test func `put back what an older copy of the journal lacks`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let older = try sandbox.contents(sandbox.place.journal)
    try vault.save(.note(2), now: Sandbox.now)
    try sandbox.put(older, at: sandbox.place.journal)

    try vault.save(.note(3), now: Sandbox.now)

    #expect(vault.generation == 4)
    #expect(try sandbox.unlock().history().records == [.note(1), .note(2), .note(3)])
  }
}
