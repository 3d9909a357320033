import Testing

@testable import JournalStorage

@Suite struct `A key in armor` {
  @Test func `typed from the sheet opens the vault`() throws {
    let sandbox = try Sandbox()
    let armored = try sandbox.create().key.armoredKey()
    try sandbox.put(Array(armored.utf8), at: sandbox.place.key)
    try sandbox.remove(sandbox.place.keyCopy)

    #expect(armored.hasPrefix("-----BEGIN AGE ENCRYPTED FILE-----\n"))
    #expect(armored.split(separator: "\n").allSatisfy { $0.count <= 64 })
    let vault = try sandbox.unlock()
    #expect(try vault.key.armoredKey() == armored)
    #expect(
      fault { () throws(VaultError) in try sandbox.unlock("lemon stair") } == .wrongPassphrase)
  }

  @Test func `with a letter mistyped is damaged, not a wrong passphrase`() throws {
    let sandbox = try Sandbox()
    var armored = Array(try sandbox.create().key.armoredKey().utf8)
    armored[100] = armored[100] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    try sandbox.put(armored, at: sandbox.place.key)
    try sandbox.remove(sandbox.place.keyCopy)

    let fault = fault { () throws(VaultError) in try sandbox.unlock() }

    #expect(fault?.isDamage(of: .key) == true)
  }

  @Test func `comes from the copy where the key file is damaged`() throws {
    let sandbox = try Sandbox()
    let vault = try sandbox.create()
    let armored = try vault.key.armoredKey()
    try sandbox.put([1, 2, 3], at: sandbox.place.key)

    #expect(try vault.key.armoredKey() == armored)
    try sandbox.remove(sandbox.place.keyCopy)
    let fault = fault { () throws(VaultError) in try vault.key.armoredKey() }
    #expect(fault?.isDamage(of: .key) == true)
  }
}
