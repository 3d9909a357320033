import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `A symbolic link` {
  let sandbox: Sandbox
  let target: String

  init() throws {
    sandbox = try Sandbox()
    target = sandbox.root + "/target"
    try sandbox.put([1, 2, 3], at: target)
  }

  private func link(_ path: String) throws {
    // What is not there need not make room.
    try? sandbox.remove(path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test func `in place of the lock is refused, and its target is not touched`() throws {
    var vault = try sandbox.create()
    try link(sandbox.place.lock)

    #expect(throws: VaultError.unreadable(path: sandbox.place.lock)) {
      try vault.save(.note(1), now: Sandbox.now)
    }
    #expect(try sandbox.contents(target) == [1, 2, 3])
  }

  @Test func `in place of a file that is only ever made anew is replaced, not followed`() throws {
    var vault = try sandbox.create()
    try link(sandbox.place.recipient)
    try link(sandbox.place.keyCopy)
    try vault.save(.note(1), now: Sandbox.now)
    try link(sandbox.place.backup(2))

    var opened = try sandbox.unlock()
    let day = LocalTime(epochSeconds: Sandbox.now.epochSeconds + 86_400)
    try opened.save(.note(2), now: day)
    try opened.delete(.id(2), now: day)

    #expect(try sandbox.contents(target) == [1, 2, 3])
    #expect(try sandbox.unlock().history().records == [.note(1)])
  }

  @Test func `to the folder of the vault is kept and followed`() throws {
    _ = try sandbox.create()
    let elsewhere = sandbox.root + "/elsewhere"
    try FileManager.default.moveItem(atPath: sandbox.place.directory, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.place.directory, withDestinationPath: elsewhere)

    var vault = try sandbox.unlock()
    try vault.save(.note(1), now: Sandbox.now)

    #expect(try sandbox.unlock().history().records == [.note(1)])
    let type = try FileManager.default.attributesOfItem(atPath: sandbox.place.directory)[.type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
  }
}
