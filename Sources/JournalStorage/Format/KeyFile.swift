import Age
import CPlatform

/// The content of the key file: the identity of the vault, under a passphrase.
enum KeyFile {
  private static let title = "# kith key v"
  private static let version = 1

  /// Seals an identity under a passphrase.
  static func seal(
    _ identity: X25519Identity, under passphrase: Passphrase
  ) throws(VaultError) -> [UInt8] {
    var plaintext = Array("\(title)\(version)\n\(identity.string)\n".utf8)
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
  ) throws(VaultError) -> X25519Identity {
    var plaintext = try plaintext(of: bytes, with: passphrase, path: path)
    defer { plaintext.wipe() }
    let lines = String(decoding: plaintext, as: UTF8.self).split(separator: "\n")
    if let title = lines.first(where: { $0.hasPrefix(Self.title) }) {
      guard let found = Int(title.dropFirst(Self.title.count)) else {
        throw .damaged(.key, path: path)
      }
      guard found <= version else { throw .newerVersion(.key, path: path, version: found) }
    }
    do throws(AgeError) {
      return try X25519Identity(string: String(lines.first { !$0.hasPrefix("#") } ?? ""))
    } catch {
      throw .damaged(.key, path: path)
    }
  }

  private static func plaintext(
    of bytes: [UInt8], with passphrase: Passphrase, path: String
  ) throws(VaultError) -> [UInt8] {
    var isWhole = false
    do throws(AgeError) {
      let file = try AgeFile(bytes)
      isWhole = file.isHeaderIntact
      return try file.open(with: [.passphrase(passphrase)]).plaintext()
    } catch {
      if isWhole, error == .noMatch { throw .wrongPassphrase }
      if isWhole, error == .derivationFailed { throw .outOfMemory }
      throw .damaged(.key, path: path)
    }
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
