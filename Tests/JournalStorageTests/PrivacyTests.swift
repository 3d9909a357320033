import CPlatform
import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite(.serialized) struct `What lies on disk` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  /// Does everything once that writes to disk.
  private func live() throws {
    var vault = try sandbox.create()
    try vault.seal(.sitting(5, replies: ["canary-draft"]))
    try vault.seal(.sitting(6, replies: ["canary-reply"]))
    try vault.save(.note(6, "canary-entry"), dropping: .id(6), now: Sandbox.now)
    try Inbox(sandbox.place).add(.note(7, "canary-capture"))
  }

  @Test(arguments: [0o000, 0o022, 0o077, 0o777] as [UInt32])
  func `is the owner's alone under any mask`(mask: UInt32) throws {
    let before = platform_set_mask(mask)
    defer { _ = platform_set_mask(before) }
    try live()

    let place = sandbox.place
    let folders = [place.drafts, place.inbox, place.backups, place.stateDirectory]
    for folder in [place.directory] + folders {
      #expect(try sandbox.mode(folder) == 0o700, "\(folder)")
    }
    for file in try sandbox.files() {
      #expect(try sandbox.mode(file) == (file == place.recipient ? 0o644 : 0o600), "\(file)")
    }
  }

  @Test func `holds no word of the person and no passphrase in clear`() throws {
    try live()
    let words = [
      "canary", "lemon", "violin", "What was good", "Paris", "note", "SECRET", "check-in",
      "6f1d2c3b",
    ]

    let files = try sandbox.files()
    #expect(files.count == 9)
    for file in files {
      let bytes = Data(try sandbox.contents(file))
      for word in words { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(file)") }
    }
  }

  @Test func `has names that say nothing of what was written`() throws {
    try live()
    let names = try sandbox.files().map { URL(filePath: $0).lastPathComponent }

    #expect(names.contains("journal-2.age"))
    #expect(
      names.filter { !$0.hasSuffix(".age") }.sorted() == [
        "generation", "key.age.bak", "lock", "recipient",
      ])
  }
}
