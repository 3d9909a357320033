/// The parts of a vault that can be missing or damaged.
public enum VaultPart: Equatable, Sendable {
  /// The key under the passphrase.
  case key
  /// The journal.
  case journal
  /// The public recipient.
  case recipient
  /// A sitting that was under way.
  case draft
  /// A capture made without the passphrase.
  case capture
  /// A copy of an earlier save.
  case backup
  /// A copy of the journal from elsewhere.
  case copy
}

/// Why a vault did not do what was asked of it; in every case its files are whole.
public enum VaultError: Error, Equatable, Sendable {
  /// What was typed does not open the key, which itself is whole.
  case wrongPassphrase
  /// What was typed begins like a recovery code, but is not the one of this vault.
  case wrongRecoveryCode
  /// What was typed begins like a recovery code, where a passphrase is needed.
  case recoveryCodeForPassphrase
  /// The folder holds no vault.
  case notAVault(directory: String)
  /// The folder holds a vault already.
  case alreadyAVault(directory: String)
  /// The folder holds other files, so no vault can be put in its place.
  case occupied(directory: String)
  /// A file that belongs to the vault is gone.
  case missing(VaultPart, path: String)
  /// A file is damaged; no passphrase can change that.
  case damaged(VaultPart, path: String, Damage)
  /// A newer version of the program wrote the file.
  case newerVersion(VaultPart, path: String, version: Int)
  /// The journal is older than one that was already open on this computer.
  case olderGeneration(found: Int, remembered: Int)
  /// The journal is whole, but sealed to another key.
  case foreignKey(path: String)
  /// The journal is sealed to this key, but by somebody who does not hold it.
  case unknownWriter(path: String)
  /// The file belongs to another vault, and nothing was given that opens it.
  case otherVault(path: String)
  /// The key of the vault was changed in another window or on another computer.
  case keyChanged(directory: String)
  /// There is no such file.
  case notFound(path: String)
  /// The file is no regular file, such as a folder or a pipe.
  case notAFile(path: String)
  /// The file is larger than anything kith writes.
  case tooLarge(path: String)
  /// The file would grow larger than what can be opened again.
  case outgrown(path: String)
  /// There are more files in a folder than are looked at in one go.
  case tooMany(path: String, limit: Int)
  /// Nothing of the journal opens, and no backup does.
  case nothingToSalvage(path: String)
  /// The file may not be read.
  case unreadable(path: String)
  /// The file or folder may not be written.
  case readOnly(path: String)
  /// The disk is full or a quota is used up.
  case noSpace(path: String)
  /// The system refused something for another reason, named by its number.
  case system(path: String, code: Int32)
  /// Another window holds the vault and does not let go.
  case busy(directory: String)
  /// There is not enough memory for the work that the passphrase costs.
  case outOfMemory
  /// What came back from the disk is not what was written.
  case writtenWrongly(path: String)
  /// The save would leave out records that nobody deleted.
  case wouldLoseRecords(count: Int)
  /// The id cannot name a file, or belongs to another record.
  case unusableID
  /// A value could not be written as JSON.
  case notEncodable
}

extension VaultError {
  /// What sort of trouble it is; it decides how a program goes on.
  public enum Kind: Equatable, Sendable {
    /// The person can type it again.
    case mistyped
    /// The folder is not the one that was meant.
    case wrongPlace
    /// A file is damaged or gone; a backup helps.
    case damaged
    /// Somebody or something exchanged a file.
    case exchanged
    /// A newer program is needed.
    case newer
    /// The system does not allow it, or has no room.
    case access
    /// The program itself is at fault.
    case fault
  }

  /// Whether it keeps files from being written, so that a change of many files has to end.
  ///
  /// Any other trouble concerns one file, which is named and passed over.
  var endsWriting: Bool {
    switch self {
    case .noSpace, .readOnly, .system, .writtenWrongly, .busy, .outOfMemory: true
    default: false
    }
  }

  /// What sort of trouble it is.
  public var kind: Kind {
    switch self {
    case .wrongPassphrase, .wrongRecoveryCode, .recoveryCodeForPassphrase: .mistyped
    case .notAVault, .alreadyAVault, .occupied, .notFound, .otherVault: .wrongPlace
    case .missing, .damaged, .writtenWrongly, .nothingToSalvage: .damaged
    case .newerVersion: .newer
    case .olderGeneration, .foreignKey, .unknownWriter, .keyChanged: .exchanged
    case .unreadable, .notAFile, .tooLarge, .outgrown, .tooMany, .readOnly, .noSpace, .system,
      .busy, .outOfMemory:
      .access
    case .wouldLoseRecords, .unusableID, .notEncodable: .fault
    }
  }
}
