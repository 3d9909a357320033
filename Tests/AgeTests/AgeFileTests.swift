import Testing

@testable import Age

@Suite struct `An age file` {
  let identity = X25519Identity.generate()
  let text = Array("The kettle was on.\n".utf8)

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073])
  func `gives back what was sealed`(count: Int) throws {
    let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    let file = try AgeFile.encrypt(content, to: [identity.recipient])

    #expect(try AgeFile.decrypt(file, with: .x25519(identity)) == content)
  }

  @Test func `opens for each of its recipients and for nobody else`() throws {
    let second = X25519Identity.generate()
    let file = try AgeFile.encrypt(text, to: [identity.recipient, second.recipient])

    #expect(try AgeFile.decrypt(file, with: .x25519(second)) == text)
    #expect(throws: AgeError.noMatch) {
      try AgeFile.decrypt(file, with: .x25519(.generate()))
    }
  }

  @Test func `opens under its passphrase and no other`() throws {
    let file = try AgeFile.encrypt(text, under: Passphrase(Array("tea pot".utf8), workFactor: 4))

    let right = Passphrase(Array("tea pot".utf8), workFactor: 17)
    let wrong = Passphrase(Array("tea cup".utf8), workFactor: 17)
    #expect(try AgeFile.decrypt(file, with: .passphrase(right)) == text)
    #expect(throws: AgeError.noMatch) { try AgeFile.decrypt(file, with: .passphrase(wrong)) }
  }

  @Test func `refuses too much work before doing any of it`() throws {
    let header = Header(
      stanzas: [
        Stanza(
          type: "scrypt", arguments: ["AAAAAAAAAAAAAAAAAAAAAA", "30"],
          body: [UInt8](repeating: 7, count: 32))
      ],
      fileKey: .random())
    let file = header.encoded + [UInt8](repeating: 0, count: 64)

    #expect(throws: AgeError.workFactorTooHigh(found: 30, limit: 20)) {
      try AgeFile.decrypt(file, with: .passphrase(Passphrase(text, workFactor: 4)))
    }
  }

  @Test func `accepts no change of any of its bytes`() throws {
    let file = try AgeFile.encrypt(text, to: [identity.recipient])

    for index in file.indices {
      for bit in 0..<8 {
        var altered = file
        altered[index] ^= 1 << UInt8(bit)
        #expect(throws: AgeError.self) { try AgeFile.decrypt(altered, with: .x25519(identity)) }
      }
    }
  }

  @Test func `accepts no shorter form of itself`() throws {
    let file = try AgeFile.encrypt(text, to: [identity.recipient])

    for count in file.indices {
      #expect(throws: AgeError.self) {
        try AgeFile.decrypt(Array(file.prefix(count)), with: .x25519(identity))
      }
    }
  }

  @Test func `knows without a key whether its header was altered`() throws {
    let file = try AgeFile.encrypt(text, under: Passphrase(text, workFactor: 4))
    var altered = file
    altered[32] = altered[32] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")

    #expect(try AgeFile(file).isHeaderIntact)
    #expect(try !AgeFile(altered).isHeaderIntact)
  }

  @Test func `loses one chunk to damage, not the others`() throws {
    let content =
      [UInt8](repeating: 65, count: 65_536) + [UInt8](repeating: 66, count: 65_536)
      + [67]
    var file = try AgeFile.encrypt(content, to: [identity.recipient])
    file[file.count - 65_552 - 10] ^= 1

    let opened = try AgeFile(file).open(with: [.x25519(identity)])

    #expect(throws: AgeError.malformedPayload(.chunk(1))) { try opened.plaintext() }
    #expect(opened.salvage().map { $0?.count } == [65_536, nil, 1])
  }

  @Test func `carries a stanza that others pass over`() throws {
    let file = try AgeFile.encrypt(text, to: [identity.recipient]) { fileKey in
      let code = identity.originCode(for: fileKey, label: "3", context: "test")
      return [Stanza(type: "test/auth", arguments: ["3"], body: code)]
    }

    let opened = try AgeFile(file).open(with: [.x25519(identity)])
    let stanza = try #require(opened.stanzas.last)

    #expect(try opened.plaintext() == text)
    #expect(stanza.arguments == ["3"])
    #expect(identity.isOrigin(stanza.body, of: opened.fileKey, label: "3", context: "test"))
    #expect(!identity.isOrigin(stanza.body, of: opened.fileKey, label: "4", context: "test"))
    #expect(!identity.isOrigin(stanza.body, of: opened.fileKey, label: "3", context: "other"))
  }
}
