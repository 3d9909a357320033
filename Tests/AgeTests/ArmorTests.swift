import Age
import Testing

@Suite struct `An armored file` {
  @Test func `is lines of 64 columns between two marks`() {
    let armored = Armor.encode(Array(repeating: 0, count: 50))

    #expect(
      String(decoding: armored, as: UTF8.self) == """
        -----BEGIN AGE ENCRYPTED FILE-----
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAA=
        -----END AGE ENCRYPTED FILE-----

        """)
  }

  @Test(arguments: [0, 1, 2, 3, 47, 48, 49, 96, 1000])
  func `gives back what it was made of`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let armored = Armor.encode(bytes)

    #expect(Armor.isArmored(armored))
    #expect(try Armor.decode(armored) == bytes)
  }

  @Test func `tells the line that breaks a rule`() {
    let armored = Array(
      """
      -----BEGIN AGE ENCRYPTED FILE-----
      AAA=
      AAA=
      -----END AGE ENCRYPTED FILE-----
      """.utf8)

    #expect(throws: AgeError.malformedArmor(line: 2)) { try Armor.decode(armored) }
  }
}
