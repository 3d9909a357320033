import Age
import Coach

/// The opened key of a vault, without its journal.
///
/// With it a vault can be looked after whose journal is damaged, older, or gone.
public struct VaultKey: Sendable {
  /// Where the vault lies.
  public let place: VaultPlace

  /// What to tell the person, gathered while the key was opened.
  public internal(set) var notices: [VaultNotice]

  /// The key that is sealed to; where a change of key was broken off, earlier ones behind it.
  let identities: [X25519Identity]

  /// Whether the key came from the person, as a recovery code, and not from the key file.
  let isRecovery: Bool

  let disk: Disk

  var identity: X25519Identity { identities[0] }

  init(
    place: VaultPlace, identities: [X25519Identity], disk: Disk, isRecovery: Bool = false,
    notices: [VaultNotice] = []
  ) {
    precondition(!identities.isEmpty, "a vault has a key")
    self.place = place
    self.identities = identities
    self.disk = disk
    self.isRecovery = isRecovery
    self.notices = notices
  }

  /// The line that opens the vault in place of the passphrase.
  public var recoveryCode: String { identity.string }

  /// The highest number of a save that this computer remembers of the vault.
  var rememberedGeneration: Int {
    get throws(VaultError) {
      var highest = 0
      for identity in identities {
        highest = max(
          highest, try GenerationMemory(place, identity.recipient, disk).highest())
      }
      return highest
    }
  }
}

extension VaultKey: CustomReflectable, CustomStringConvertible {
  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// A placeholder that stands in for the key.
  public var description: String { "‹key›" }
}

/// What opens a file that is not sealed to the vault's own key.
public enum FileSecret: Sendable {
  /// The recovery code of the other vault, as it was typed.
  case recoveryCode([UInt8])

  /// A key file and its passphrase.
  case keyFile(path: String, passphrase: [UInt8])
}

extension FileSecret: CustomReflectable, CustomStringConvertible {
  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// A placeholder that stands in for the secret.
  public var description: String { "‹private›" }
}
