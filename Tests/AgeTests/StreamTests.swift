import Testing

@testable import Age

@Suite struct `A stream` {
  let identity = X25519Identity.generate()

  private func content(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073], [1_000, 65_536])
  func `seals pieces to what opens whole`(count: Int, pieceCount: Int) throws {
    var stream = try SealingStream(to: [identity.recipient])
    var file: [UInt8] = []
    for piece in content(count).pieces(of: pieceCount) { file += try stream.seal(piece) }
    file += try stream.finish()

    #expect(try AgeFile.decrypt(file, with: .x25519(identity)) == content(count))
    #expect(try AgeFile(file).isHeaderIntact)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073], [1_000, 65_552])
  func `opens pieces of what was sealed whole`(count: Int, pieceCount: Int) throws {
    let file = try AgeFile.encrypt(content(count), to: [identity.recipient])

    #expect(try file.opened(in: pieceCount, with: identity) == content(count))
  }

  @Test func `opens a file byte by byte`() throws {
    let file = try AgeFile.encrypt(content(70_000), to: [identity.recipient])

    #expect(try file.opened(in: 1, with: identity) == content(70_000))
  }

  @Test func `works under a passphrase`() throws {
    let passphrase = Passphrase(Array("tea pot".utf8), workFactor: 4)
    var sealing = try SealingStream(under: passphrase)
    let file = try sealing.seal(content(9)) + sealing.finish()
    var opening = OpeningStream(identities: [.passphrase(passphrase)])

    #expect(try opening.open(file) + opening.finish() == content(9))
  }

  @Test func `gives out no more than one chunk late`() throws {
    let file = try AgeFile.encrypt(content(200_000), to: [identity.recipient])
    var stream = OpeningStream(identities: [.x25519(identity)])
    var given = 0
    var late = 0
    for piece in file.pieces(of: 4_096) {
      given += try stream.open(piece).count
      late = max(late, stream.pendingCount)
    }

    #expect(given == 196_608)
    #expect(late <= 65_552)
  }

  @Test func `gives the proven chunks before it tells of a damaged one`() throws {
    var file = try AgeFile.encrypt(content(200_000), to: [identity.recipient])
    file[file.count - 65_552] ^= 1
    var stream = OpeningStream(identities: [.x25519(identity)])

    #expect(try stream.open(file) == content(131_072))
    #expect(throws: AgeError.malformedPayload(.chunk(2))) { try stream.open([]) }
    #expect(throws: AgeError.malformedPayload(.chunk(2))) { try stream.open([1]) }
  }

  @Test func `tells what stands in the header once it is proven`() throws {
    let file = try AgeFile.encrypt(content(3), to: [identity.recipient]) { _ in
      [Stanza(type: "test/auth", arguments: ["3"], body: [1, 2])]
    }
    var stream = OpeningStream(identities: [.x25519(identity)])

    let before = stream.opened?.stanzas.count
    _ = try stream.open(file)

    #expect(before == nil)
    #expect(stream.opened?.stanzas.map(\.type) == ["X25519", "test/auth"])
  }

  @Test func `refuses a file that ends early, wherever it ends`() throws {
    let file = try AgeFile.encrypt(content(40), to: [identity.recipient])

    for count in file.indices {
      #expect(throws: AgeError.self) {
        try Array(file.prefix(count)).opened(in: 64, with: identity)
      }
    }
  }
}

extension OpeningStream {
  fileprivate var pendingCount: Int { pending.count }
}

extension [UInt8] {
  /// The bytes in pieces of a size; one empty piece when there are none.
  func pieces(of count: Int) -> [[UInt8]] {
    isEmpty
      ? [[]]
      : stride(from: 0, to: self.count, by: count).map {
        Array(self[$0..<Swift.min($0 + count, self.count)])
      }
  }

  /// What an age file holds, opened in pieces.
  func opened(in pieceCount: Int, with identity: X25519Identity) throws -> [UInt8] {
    var stream = OpeningStream(identities: [.x25519(identity)])
    var content: [UInt8] = []
    for piece in pieces(of: pieceCount) { content += try stream.open(piece) }
    return content + (try stream.finish())
  }
}
