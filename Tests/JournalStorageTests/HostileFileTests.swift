import Age
import CPlatform
import Coach
import Foundation
import TestSupport
import Testing

@testable import JournalStorage

@Suite struct `A hostile file` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  /// Makes a file that says it has a size, without filling it.
  private func putSparse(_ size: UInt64, at path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: size)
    try file.close()
  }

  private func duration(of body: () throws -> Void) rethrows -> Duration {
    try ProcessorTime.measure(body)
  }

  @Test func `that asks for a huge amount of work is refused before any of it is done`() throws {
    _ = try sandbox.create()
    let text = String(decoding: try sandbox.contents(sandbox.place.key).prefix(120), as: UTF8.self)
    let end = try #require(text.split(separator: "\n").dropFirst().first)
    let words = end.split(separator: " ")
    let hostile =
      Array(
        "age-encryption.org/v1\n-> scrypt \(words[2]) 30\n".utf8)
      + (try sandbox.contents(sandbox.place.key)).dropFirst(22 + end.utf8.count + 1)
    for path in [sandbox.place.key, sandbox.place.keyCopy] { try sandbox.put(hostile, at: path) }

    let time = duration {
      #expect(throws: VaultError.damaged(.key, path: sandbox.place.key, .tooMuchWork)) {
        try sandbox.unlock()
      }
    }
    #expect(time < .seconds(2))
  }

  @Test func `with 100,000 stanzas is refused quickly`() throws {
    let vault = try sandbox.create()
    let stanza =
      "-> X25519 \(String(repeating: "A", count: 43))\n\(String(repeating: "A", count: 43))\n"
    let header = "age-encryption.org/v1\n" + String(repeating: stanza, count: 100_000)
    let file = Array(header.utf8) + Array("--- \(String(repeating: "A", count: 43))\n".utf8)
    try sandbox.put(file, at: sandbox.place.journal)
    try FileManager.default.createDirectory(
      atPath: sandbox.place.inbox, withIntermediateDirectories: true)
    try sandbox.put(file, at: sandbox.place.inbox + "/a.age")

    let time = try duration {
      let error = fault { () throws(VaultError) in try sandbox.unlock() }
      #expect(error?.isDamage(of: .journal) == true)
      let faults = try vault.captures().faults
      #expect(faults.count == 1)
    }
    #expect(time < .seconds(4))
  }

  @Test func `of 1 GB without a line end is refused without being read`() throws {
    _ = try sandbox.create()
    try sandbox.remove(sandbox.place.journal)
    try putSparse(1 << 30, at: sandbox.place.journal)

    let time = duration {
      #expect(throws: VaultError.tooLarge(path: sandbox.place.journal)) { try sandbox.unlock() }
    }
    #expect(time < .seconds(2))
    try putSparse(1 << 30, at: sandbox.place.key)
    try putSparse(1 << 30, at: sandbox.place.keyCopy)
    #expect(throws: VaultError.tooLarge(path: sandbox.place.key)) { try sandbox.unlock() }
  }

  @Test func `in the inbox is told of and passed over: a pipe, a link, a folder, a giant`() throws {
    let vault = try sandbox.create()
    try Inbox(sandbox.place).add(.note(1, "on the bus"))
    let inbox = sandbox.place.inbox
    #expect(mkfifo(inbox + "/a.age", 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: inbox + "/b.age", withDestinationPath: sandbox.place.journal)
    try FileManager.default.createSymbolicLink(
      atPath: inbox + "/c.age", withDestinationPath: "/dev/zero")
    try FileManager.default.createDirectory(
      atPath: inbox + "/d.age", withIntermediateDirectories: false)
    try putSparse(1 << 30, at: inbox + "/e.age")

    var found = try vault.captures()
    #expect(found.captures.map(\.record) == [.note(1, "on the bus")])
    #expect(found.faults.count == 5)
    #expect(found.faults.allSatisfy { $0.kind == .access })
    var opened = try sandbox.unlock()
    try opened.save(.note(2), now: Sandbox.now)
    found = try opened.captures()
    #expect(found.captures.count == 1)
  }

  @Test func `among very many in the inbox costs a bounded time`() throws {
    let vault = try sandbox.create()
    try Inbox(sandbox.place).add(.note(1))
    let count = FaultCount.number(quick: 3000, full: 100_000)
    for number in 0..<count {
      _ = FileManager.default.createFile(
        atPath: "\(sandbox.place.inbox)/z\(number).age", contents: Data([1]))
    }

    var found: (captures: [Capture], faults: [VaultError]) = ([], [])
    let time = try duration { found = try vault.captures() }

    #expect(found.captures.count == 1)
    #expect(found.faults.count == Vault.captureLimit)
    #expect(found.faults.last == .tooMany(path: sandbox.place.inbox, limit: Vault.captureLimit))
    #expect(time < .seconds(5))
    try FaultCount.tally(count)
  }

  @Test func `that another made for the public recipient is only ever a capture`() throws {
    var vault = try sandbox.create()
    let forged = try SealedValue.seal(Record.note(5, "forged"), to: vault.identity.recipient)
    try FileManager.default.createDirectory(
      atPath: sandbox.place.inbox, withIntermediateDirectories: true)
    try sandbox.put(forged, at: sandbox.place.inbox + "/x.age")

    #expect(vault.history().records == [])
    #expect(try vault.captures().captures.count == 1)
    try vault.save(.note(1), now: Sandbox.now)
    #expect(try sandbox.unlock().history().records == [.note(1)])
  }

  @Test(arguments: ["lock", "journal.age", "key.age", "key.age.bak", "recipient"])
  func `that is a pipe never makes the vault wait`(name: String) throws {
    _ = try sandbox.create()
    let path = "\(sandbox.place.directory)/\(name)"
    if name != "lock" { try sandbox.remove(path) }
    #expect(mkfifo(path, 0o600) == 0 || name == "lock")

    let time = duration {
      _ = fault { () throws(VaultError) in
        var vault = try sandbox.unlock()
        try vault.save(.note(1), now: Sandbox.now)
      }
    }
    #expect(time < .seconds(3))
  }
}

@Suite struct `An empty or foreign file` {
  @Test func `is called what it is`() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.create()
    let path = sandbox.place.journal
    let sealed = try sandbox.contents(path)

    for (bytes, damage) in [
      ([], .empty), (Array("dear diary".utf8), .otherFile),
      (Array(sealed.prefix(15)), .truncated), (Array(sealed.prefix(100)), .truncated),
    ] as [([UInt8], Damage)] {
      try sandbox.put(bytes, at: path)
      #expect(throws: VaultError.damaged(.journal, path: path, damage)) { try sandbox.unlock() }
      #expect(try sandbox.contents(path) == bytes)
    }
  }

  @Test func `is never called a wrong passphrase, and a wrong passphrase changes no file`() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.create()
    try Inbox(sandbox.place).add(.note(1, "a long entry"))
    let before = try sandbox.snapshot()

    for number in 0..<100 {
      #expect(throws: VaultError.wrongPassphrase) { try sandbox.unlock("wrong \(number)") }
    }

    #expect(try sandbox.snapshot() == before)
    #expect(try sandbox.unlock().captures().captures.map(\.record.words) == ["a long entry"])
  }
}
