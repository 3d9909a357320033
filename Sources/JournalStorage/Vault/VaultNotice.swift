/// Something to tell the person about a vault that nevertheless does its work.
public enum VaultNotice: Equatable, Sendable {
  /// The key is missing or damaged, and was opened from its copy.
  case keyOpenedFromCopy(path: String)

  /// The recipient in the folder was another one; captures since then may be lost to somebody else.
  case recipientExchanged(path: String)

  /// The folder is open to other people on this computer.
  case openToOthers(path: String)

  /// The vault can be read, but nothing can be saved in it.
  case readOnly(path: String)

  /// Something beside the journal is not as it should be, and could not be put right.
  case notMended(VaultError)

  /// This computer could not remember the save, so an older file put back may go unnoticed.
  case saveNotRemembered(path: String)

  /// The key and its copy differed, as a broken-off change of passphrase leaves them; the copy was
  /// put right.
  case keyCopyMended(path: String)

  /// The key and its copy differ.
  case keyCopyDiffers(path: String)

  /// A change of key had been broken off and was brought to its end: the recovery code is new.
  case rekeyFinished

  /// A newer program wrote the journal: it can be read here, but nothing can be saved in it.
  case newerFormat(version: Int)

  /// A synchronisation program left copies of the journal that wait to be merged.
  case conflictCopies(count: Int)

  /// The save is whole, but its daily backup could not be written.
  case backupFailed(VaultError)
}

extension VaultNotice: CustomStringConvertible {
  /// One line: what was noticed, where, and what to do.
  public var description: String {
    switch self {
    case .keyOpenedFromCopy(let path):
      "\(path) is damaged, and its copy was used; put \(path).bak in its place"
    case .recipientExchanged(let path):
      "\(path) held somebody else's recipient and was put right; notes captured since are not yours"
    case .openToOthers(let path):
      "\(path) is open to others on this computer; its permissions should be 0700"
    case .readOnly(let path):
      "\(path) may not be written; you can read, but nothing can be saved"
    case .notMended(let error):
      "the journal is open, but something beside it is wrong: \(error)"
    case .saveNotRemembered(let path):
      "\(path) could not be written, so an older journal put back later may go unnoticed"
    case .keyCopyMended(let path):
      "\(path) was not the copy it should be, and was written anew"
    case .keyCopyDiffers(let path):
      "\(path) is not the copy of the key it should be; unlocking with the passphrase mends it"
    case .rekeyFinished:
      "a change of key had been broken off and is done now; print a new recovery sheet"
    case .newerFormat(let version):
      "the journal is of version \(version); you can read, but a newer kith is needed to save"
    case .conflictCopies(let count):
      count == 1
        ? "a copy of the journal lies beside it and waits to be merged"
        : "\(count) copies of the journal lie beside it and wait to be merged"
    case .backupFailed(let error):
      "the entry is saved, but its backup is not: \(error)"
    }
  }
}
