import Age
import Coach

/// An unlocked vault: what the journal holds, and the key to save more in it.
///
/// The value is what was read from disk when it was unlocked or last saved. Other windows and
/// computers may save as well; every save takes up what they did.
public struct Vault: Sendable {
  /// The lowest work factor that a passphrase may be protected with in everyday use.
  public static let lowestWorkFactor = 17

  /// The opened key, for looking after the files of the vault.
  public internal(set) var key: VaultKey

  /// What to tell the person, gathered since the vault was unlocked.
  public internal(set) var notices: [VaultNotice]

  var journal: JournalFile

  init(key: VaultKey, journal: JournalFile) {
    self.key = key
    notices = key.notices
    self.journal = journal
  }

  /// Where the vault lies.
  public var place: VaultPlace { key.place }

  var identity: X25519Identity { key.identity }
  var disk: Disk { key.disk }

  /// The number of the newest save this window knows; every save raises it.
  public var generation: Int { journal.text.generation }

  /// Everything the journal holds, without what was deleted.
  ///
  /// Every record is decoded for it. What needs only a few is quicker with ``latest(_:of:)``,
  /// ``record(_:)`` or ``records(where:)``.
  ///
  /// - Returns: The newest version of every record.
  public func history() -> History {
    journal.text.history
  }

  /// The line that opens the vault in place of the passphrase.
  ///
  /// It is the secret key itself, for the sheet of paper that is kept in a safe place.
  public var recoveryCode: String { key.recoveryCode }
}

extension Vault: CustomReflectable {
  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Vault: CustomStringConvertible {
  /// A placeholder that stands in for what the vault holds.
  public var description: String { "‹vault›" }
}
