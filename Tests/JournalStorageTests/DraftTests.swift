import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `A draft` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func `comes back as it was last sealed`() throws {
    let vault = try sandbox.create()
    try vault.seal(.sitting(1, replies: ["a"]))
    try vault.seal(.sitting(1, replies: ["a", "b"]))

    #expect(try sandbox.unlock().drafts() == [.sitting(1, replies: ["a", "b"])])
  }

  @Test func `goes when its record is saved`() throws {
    var vault = try sandbox.create()
    try vault.seal(.sitting(1))
    try vault.save(.note(1), dropping: .id(1), now: Sandbox.now)

    #expect(try vault.drafts() == [])
    #expect(try !sandbox.files().contains { $0.contains("drafts") })
  }

  @Test func `is dropped silently when its record is there already`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    try vault.seal(.sitting(1))

    #expect(try vault.drafts() == [])
    #expect(try !sandbox.files().contains { $0.contains("drafts") })
  }

  @Test func `goes when the person drops it`() throws {
    let vault = try sandbox.create()
    try vault.seal(.sitting(1))
    try vault.drop(draft: .id(1))
    try vault.drop(draft: .id(1))

    #expect(try vault.drafts() == [])
  }

  @Test func `that is damaged is told of and left alone`() throws {
    let vault = try sandbox.create()
    try vault.seal(.sitting(1))
    try vault.seal(.sitting(2))
    let path = sandbox.place.draft(.id(1))
    let half = Array(try sandbox.contents(path).prefix(500))
    try sandbox.put(half, at: path)

    #expect(try vault.drafts() == [.sitting(2)])
    #expect(try vault.draftFaults() == [.damaged(.draft, path: path, .truncated)])
    #expect(try sandbox.contents(path) == half)
  }

  @Test(arguments: ["", "../journal", "a/b", "é", ".hidden"])
  func `needs an id that can name a file`(id: String) throws {
    let vault = try sandbox.create()
    var draft = Draft.sitting(1)
    draft.id = id

    #expect(throws: VaultError.unusableID) { try vault.seal(draft) }
  }

  @Test func `takes the place of a link instead of following it`() throws {
    let vault = try sandbox.create()
    let target = sandbox.root + "/target"
    try sandbox.put([1, 2, 3], at: target)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.place.draft(.id(1)), withDestinationPath: target)

    try vault.seal(.sitting(1))

    #expect(try sandbox.contents(target) == [1, 2, 3])
    #expect(try vault.drafts() == [.sitting(1)])
  }
}

@Suite struct `The inbox` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func `takes a record without the passphrase and gives it up after unlocking`() throws {
    _ = try sandbox.create()
    try Inbox(sandbox.place).add(.note(1, "on the bus"))

    var vault = try sandbox.unlock()
    let waiting = try vault.captures()
    #expect(waiting.captures.map(\.record) == [.note(1, "on the bus")])
    #expect(waiting.faults == [])
    let fold = try vault.foldIn(now: Sandbox.now) { .id(9) }

    #expect(fold == FoldIn(count: 1))
    #expect(try vault.captures().captures == [])
    #expect(try sandbox.unlock().history().records == [.captured(1, "on the bus")])
    #expect(try vault.foldIn(now: Sandbox.now) { .id(9) } == FoldIn())
    #expect(vault.generation == 2)
  }

  @Test func `takes over any number in one save`() throws {
    var vault = try sandbox.create()
    for number in 1...40 { try Inbox(sandbox.place).add(.note(number, "words \(number)")) }

    #expect(try vault.foldIn(now: Sandbox.now) { .id(99) }.count == 40)
    #expect(vault.generation == 2)
    #expect(try sandbox.unlock().history().records.count == 40)
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.place.inbox) == [])
  }

  @Test func `is cleared of what the journal took over before a crash`() throws {
    var vault = try sandbox.create()
    try Inbox(sandbox.place).add(.note(1, "on the bus"))
    try vault.save(.captured(1, "on the bus"), now: Sandbox.now)

    #expect(try vault.foldIn(now: Sandbox.now) { .id(9) } == FoldIn())
    #expect(try vault.captures().captures == [])
    #expect(try sandbox.unlock().history().records == [.captured(1, "on the bus")])
  }

  @Test func `brings nothing back that was deleted`() throws {
    var vault = try sandbox.create()
    try vault.save(.captured(1, "on the bus"), now: Sandbox.now)
    try vault.delete(.id(1), now: Sandbox.now)
    try Inbox(sandbox.place).add(.note(1, "on the bus"))

    #expect(try vault.foldIn(now: Sandbox.now) { .id(9) } == FoldIn())
    #expect(try sandbox.unlock().history().records == [])
    #expect(try vault.captures().captures == [])
  }

  @Test func `gives the rest of a note that was taken over while it was written`() throws {
    var vault = try sandbox.create()
    let slot = try Inbox(sandbox.place).newSlot()
    try slot.keep(.note(1, "on the"))
    _ = try vault.foldIn(now: Sandbox.now) { .id(9) }
    try slot.keep(.note(1, "on the bus"))

    #expect(try vault.foldIn(now: Sandbox.now) { .id(9) } == FoldIn(count: 1))
    #expect(
      try sandbox.unlock().history().records.compactMap { $0.body?.notes.first?.text.plaintext }
        == ["on the bus"])
  }

  @Test func `lets nobody in who is no note`() throws {
    var vault = try sandbox.create()
    var profile = Record.note(1, "forged")
    profile.kind = .profile
    var tombstone = Record.note(2, "forged")
    tombstone.deleted = true
    try Inbox(sandbox.place).add(profile)
    try Inbox(sandbox.place).add(tombstone)

    let fold = try vault.foldIn(now: Sandbox.now) { .id(9) }
    #expect(fold.count == 0)
    #expect(fold.faults.count == 2)
    #expect(try sandbox.unlock().history().records == [])
    #expect(try vault.captures().captures.count == 2)
  }

  @Test func `changes no record that the journal has`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1, "mine"), now: Sandbox.now)
    try Inbox(sandbox.place).add(.note(1, "forged", rev: 9))

    #expect(try vault.foldIn(now: Sandbox.now) { .id(9) } == FoldIn(count: 1))
    #expect(
      try sandbox.unlock().history().records == [
        .note(1, "mine"), .captured(9, "forged", at: 1),
      ])
  }

  @Test func `is nowhere without a vault`() throws {
    #expect(throws: VaultError.notAVault(directory: sandbox.place.directory)) {
      try Inbox(sandbox.place)
    }
  }
}
