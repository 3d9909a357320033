import Age
import CPlatform

/// The content of the key file: the identity of the vault, under a passphrase.
enum KeyFile {
  private static let title = "# kith key v"
  private static let version = 1

  /// Seals identities under a passphrase: the one in use first, earlier ones behind it.
  static func seal(
    _ identities: [X25519Identity], under passphrase: Passphrase
  ) throws(VaultError) -> [UInt8] {
    let keys = identities.map { "\($0.string)\n" }.joined()
    var plaintext = Array("\(title)\(version)\n\(keys)".utf8)
    defer { plaintext.wipe() }
    do throws(AgeError) {
      return try AgeFile.encrypt(plaintext, under: passphrase)
    } catch {
      throw .outOfMemory
    }
  }

  /// Opens a key file.
  ///
  /// - Throws: `.wrongPassphrase` only when the file itself is proven whole; `.damaged`,
  ///   `.newerVersion` or `.outOfMemory` otherwise.
  static func open(
    _ bytes: [UInt8], with passphrase: Passphrase, path: String
  ) throws(VaultError) -> [X25519Identity] {
    var plaintext = try plaintext(of: bytes, with: passphrase, path: path)
    defer { plaintext.wipe() }
    let lines = String(decoding: plaintext, as: UTF8.self).split(separator: "\n")
    if let title = lines.first(where: { $0.hasPrefix(Self.title) }) {
      guard let found = Int(title.dropFirst(Self.title.count)) else {
        throw .damaged(.key, path: path, .content)
      }
      guard found <= version else { throw .newerVersion(.key, path: path, version: found) }
    }
    var identities: [X25519Identity] = []
    for line in lines where !line.hasPrefix("#") {
      do throws(AgeError) {
        identities.append(try X25519Identity(string: String(line)))
      } catch {
        throw .damaged(.key, path: path, .content)
      }
    }
    guard !identities.isEmpty else { throw .damaged(.key, path: path, .content) }
    return identities
  }

  /// What can be told to be wrong with a key file without the passphrase.
  static func fault(of bytes: [UInt8]?, path: String) -> VaultError? {
    guard let bytes else { return .missing(.key, path: path) }
    do throws(AgeError) {
      let file = try self.file(bytes)
      return file.isHeaderIntact ? nil : .damaged(.key, path: path, .header)
    } catch {
      return .damaged(.key, path: path, Damage(error, of: bytes))
    }
  }

  /// The work that trying a passphrase on a key file costs; `nil` when it does not say.
  static func workFactor(of bytes: [UInt8]) -> Int? {
    // A file whose header does not parse says nothing.
    guard let stanza = try? file(bytes).stanzas.first, stanza.arguments.count == 2 else {
      return nil
    }
    return Int(stanza.arguments[1])
  }

  /// Reads a key file, which may be one that was typed from a recovery sheet, in armor.
  private static func file(_ bytes: [UInt8]) throws(AgeError) -> AgeFile {
    try AgeFile(Armor.isArmored(bytes) ? Armor.decode(bytes) : bytes)
  }

  private static func plaintext(
    of bytes: [UInt8], with passphrase: Passphrase, path: String
  ) throws(VaultError) -> [UInt8] {
    var isWhole = false
    do throws(AgeError) {
      let file = try self.file(bytes)
      isWhole = file.isHeaderIntact
      return try file.open(with: [.passphrase(passphrase)]).plaintext()
    } catch {
      if isWhole, error == .noMatch { throw .wrongPassphrase }
      if isWhole, error == .derivationFailed { throw .outOfMemory }
      throw .damaged(.key, path: path, Damage(error, of: bytes))
    }
  }
}

extension KeyFile {
  /// Spells a key file in letters and digits, whichever form it has.
  static func armored(_ bytes: [UInt8]) -> String {
    String(decoding: Armor.isArmored(bytes) ? bytes : Armor.encode(bytes), as: UTF8.self)
  }
}

extension [UInt8] {
  /// Overwrites the bytes with zeros, where no other copy shares their memory.
  mutating func wipe() {
    withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { platform_wipe(start, buffer.count) }
    }
    removeAll()
  }
}
