import Testing

@testable import Age

@Suite struct `A damaged file` {
  static let chunk = 65_552
  let identity = X25519Identity.generate()

  /// Five chunks: 65, 66, 67, 68 throughout, and one byte of 69.
  private func sealed() throws -> (start: [UInt8], chunks: [[UInt8]]) {
    var content: [UInt8] = []
    for letter in UInt8(65)...68 { content += [UInt8](repeating: letter, count: 65_536) }
    content.append(69)
    let file = try AgeFile.encrypt(content, to: [identity.recipient])
    let start = file.count - 4 * Self.chunk - 17
    return (Array(file[..<start]), Array(file[start...]).pieces(of: Self.chunk))
  }

  /// The letters of the chunks that came back, with a dot for each that is lost.
  private func salvaged(_ file: [UInt8]) throws -> String {
    try letters(AgeFile(file).open(with: [.x25519(identity)]))
  }

  private func letters(_ opened: OpenedFile) -> String {
    opened.salvage().map { $0.map { String(decoding: $0.prefix(1), as: UTF8.self) } ?? "." }
      .joined()
  }

  @Test func `gives back all chunks but the one that was hit`() throws {
    let (start, chunks) = try sealed()
    for hit in chunks.indices {
      var damaged = chunks
      damaged[hit][0] ^= 1
      let expected = (0..<5).map { $0 == hit ? "." : ["A", "B", "C", "D", "E"][$0] }.joined()

      #expect(try salvaged(start + damaged.joined()) == expected)
    }
  }

  @Test func `gives back what comes after a lost chunk`() throws {
    let (start, chunks) = try sealed()

    let kept = [chunks[0], chunks[2], chunks[3], chunks[4]].flatMap { $0 }

    #expect(try salvaged(start + kept) == "A.CDE")
  }

  @Test func `gives back chunks in their order`() throws {
    let (start, chunks) = try sealed()

    let swapped = [chunks[2], chunks[1], chunks[0], chunks[0], chunks[3], chunks[4]]

    #expect(try salvaged(start + swapped.flatMap { $0 }) == "ABCDE.")
  }

  @Test func `gives back what comes before its end was cut off`() throws {
    let (start, chunks) = try sealed()

    #expect(try salvaged(start + chunks[0] + chunks[1]) == "AB")
    #expect(try salvaged(start + chunks[0] + chunks[1].prefix(9)) == "A.")
  }

  @Test func `opens under a header whose other parts are damaged`() throws {
    let file = try AgeFile.encrypt(Array("The kettle".utf8), to: [identity.recipient]) { _ in
      [Stanza(type: "test/auth", arguments: ["3"], body: [UInt8](repeating: 1, count: 32))]
    }
    let header = try AgeFile(file).headerBytes
    let bodies = [header.count - 60, header.count - 20, header.count + 3]
    for index in bodies {
      var damaged = file
      damaged[index] = UInt8(ascii: "!")

      let opened = try AgeFile(damaged: damaged).openDamaged(with: [.x25519(identity)])

      #expect(letters(opened) == "T")
    }
  }

  @Test func `does not give its content out whole when its header is not proven`() throws {
    var file = try AgeFile.encrypt([84], to: [identity.recipient])
    let header = try AgeFile(file).headerBytes
    file[header.count - 10] = file[header.count - 10] == 65 ? 66 : 65

    let opened = try AgeFile(damaged: file).openDamaged(with: [.x25519(identity)])

    #expect(!opened.isHeaderProven)
    #expect(throws: AgeError.alteredHeader) { try opened.plaintext() }
    #expect(letters(opened) == "T")
  }

  @Test func `is no use when the stanza of the key is damaged`() throws {
    var file = try AgeFile.encrypt([84], to: [identity.recipient])
    file[40] = file[40] == 65 ? 66 : 65

    #expect(throws: AgeError.noMatch) {
      try AgeFile(damaged: file).openDamaged(with: [.x25519(identity)])
    }
  }

  @Test func `that nobody could have sealed is searched for a short time only`() throws {
    let (start, _) = try sealed()
    let rubbish = [UInt8](repeating: 7, count: 200 * Self.chunk)

    let pieces = try AgeFile(start + rubbish).open(with: [.x25519(identity)]).salvage()

    #expect(pieces.allSatisfy { $0 == nil })
  }
}
