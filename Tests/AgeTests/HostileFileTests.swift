import Testing

@testable import Age

@Suite struct `A hostile file` {
  let identity = X25519Identity.generate()
  let start = Array("age-encryption.org/v1\n".utf8)

  @Test func `of 100,000 stanzas is refused`() {
    let file = start + [UInt8]().repeated("-> a\n\n", times: 100_000)

    #expect(throws: AgeError.malformedHeader(.tooManyStanzas)) { try AgeFile(file) }
    #expect(throws: AgeError.malformedHeader(.tooManyStanzas)) {
      try file.opened(in: 65_536, with: identity)
    }
  }

  @Test func `with one stanza more than is allowed is refused, and with one fewer is not`() {
    let many = start + [UInt8]().repeated("-> a\n\n", times: 1_025)
    let fewer = start + [UInt8]().repeated("-> a\n\n", times: 1_024)

    #expect(throws: AgeError.malformedHeader(.tooManyStanzas)) { try AgeFile(many) }
    #expect(throws: AgeError.malformedHeader(.truncated)) { try AgeFile(fewer) }
  }

  @Test func `with a line that does not end is refused after a mebibyte`() throws {
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: 65_536)
    var stream = OpeningStream(identities: [.x25519(identity)])
    _ = try stream.open(start + Array("-> ".utf8))
    var taken = 0
    while taken < 16_384, (try? stream.open(line)) != nil { taken += 1 }

    #expect(taken == 15)
    #expect(throws: AgeError.malformedHeader(.tooLong)) { try stream.open(line) }
    #expect(throws: AgeError.malformedHeader(.tooLong)) {
      try AgeFile(start + [UInt8](repeating: UInt8(ascii: "a"), count: 2_000_000))
    }
  }

  @Test func `that is no age file is refused by its first line`() {
    var stream = OpeningStream(identities: [.x25519(identity)])

    #expect(throws: AgeError.notAge) {
      try stream.open([UInt8](repeating: 0, count: 64))
    }
  }

  @Test(arguments: ["21", "30", "64", "99999999999999999999", "018", "+18", "0", "1e1"])
  func `gets no work done beyond the limit`(factor: String) {
    let header = Header(
      stanzas: [
        Stanza(
          type: "scrypt", arguments: ["AAAAAAAAAAAAAAAAAAAAAA", factor],
          body: [UInt8](repeating: 7, count: 32))
      ],
      fileKey: .random())
    let file = header.encoded + [UInt8](repeating: 0, count: 64)

    #expect(throws: AgeError.self) {
      try AgeFile.decrypt(file, with: .passphrase(Passphrase([1], workFactor: 4)))
    }
  }

  @Test func `gets no more work done than the caller allows`() throws {
    let words = Array("tea pot".utf8)
    let file = try AgeFile.encrypt([1], under: Passphrase(words, workFactor: 6))

    #expect(throws: AgeError.workFactorTooHigh(found: 6, limit: 5)) {
      try AgeFile.decrypt(
        file, with: .passphrase(Passphrase(words, workFactor: 4, workLimit: 5)))
    }
  }

  @Test func `in armor is refused when white space or a line does not end`() {
    let space = [UInt8](repeating: UInt8(ascii: " "), count: 1_025)
    let line = Array("-----BEGIN AGE ENCRYPTED FILE-----\n".utf8).repeated("A", times: 66)

    #expect(throws: AgeError.malformedArmor(line: 1)) { try Armor.decode(space) }
    #expect(throws: AgeError.malformedArmor(line: 2)) { try Armor.decode(line) }
    #expect(throws: AgeError.malformedArmor(line: 3)) {
      try Armor.decode(Armor.encode([1, 2, 3]) + space)
    }
  }
}

extension [UInt8] {
  fileprivate func repeated(_ text: String, times: Int) -> [UInt8] {
    var bytes = self
    let piece = Array(text.utf8)
    bytes.reserveCapacity(count + piece.count * times)
    for _ in 0..<times { bytes += piece }
    return bytes
  }
}
