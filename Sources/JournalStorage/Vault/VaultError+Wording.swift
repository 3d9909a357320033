extension VaultError: CustomStringConvertible {
  /// One line: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .wrongPassphrase:
      "that is not the passphrase of this vault; type it again, or type the recovery code"
    case .wrongRecoveryCode:
      "that is not the recovery code of this vault; compare it with the sheet letter by letter"
    case .recoveryCodeForPassphrase:
      "that begins like a recovery code, which cannot be the passphrase; type the passphrase, or"
        + " choose a new one first"
    case .notAVault(let directory):
      "there is no vault in \(directory); check the folder, or make a new vault"
    case .alreadyAVault(let directory):
      "there is a vault in \(directory) already; unlock it, or choose another folder"
    case .occupied(let directory):
      "the folder \(directory) is not empty; choose an empty or a new folder"
    case .missing(let part, let path):
      "\(part.name) is missing from \(path); \(part.remedy)"
    case .damaged(let part, let path, let damage):
      "\(part.name) in \(path) is damaged: \(damage); it was left as it is; \(part.remedy)"
    case .newerVersion(let part, let path, let version):
      "\(part.name) in \(path) is of version \(version); use a newer kith to open it"
    case .otherVault(let path):
      "\(path) belongs to another vault; give the recovery code or the key file of that vault"
    case .keyChanged(let directory):
      "the key of \(directory) was changed in another window; close this one and unlock again"
    case .notFound(let path):
      "there is nothing at \(path); check the name"
    case .notAFile(let path):
      "\(path) is not a plain file; move it away, or name another one"
    case .tooLarge(let path):
      "\(path) is larger than any file kith writes; move it away"
    case .outgrown(let path):
      "\(path) would grow larger than kith can open again, so nothing was written; add less at a"
        + " time, or delete some entries first"
    case .tooMany(let path, let limit):
      "there are more than \(limit) files in \(path); the others were not looked at; move away"
        + " those that are not yours"
    case .nothingToSalvage(let path):
      "nothing of \(path) can be read, and no backup either; put back a copy of the folder"
    case .unreadable(let path):
      "\(path) may not be read; check who owns it and its permissions"
    case .readOnly(let path):
      "\(path) may not be written; check its permissions and whether the disk is read-only"
    case .noSpace(let path):
      "there is no room left for \(path); make room on the disk and save again"
    case .system(let path, let code):
      "the system refused to work on \(path) (error \(code)); check the disk"
    case .busy(let directory):
      "another window is busy with \(directory); close it, or wait for it to end"
    case .outOfMemory:
      "there is not enough memory to check the passphrase; close other programs"
    case .writtenWrongly(let path):
      "the disk did not keep what was written to \(path); save to another disk and check this one"
    case .olderGeneration(let found, let remembered):
      "the journal is an older one: save \(found), while save \(remembered) was seen on this"
        + " computer; look for the newer file, or say that the older one is right"
    case .foreignKey(let path):
      "\(path) is sealed to another key; put back the journal that belongs to this key"
    case .unknownWriter(let path):
      "\(path) was not written with the key of this vault; put back your own journal"
    case .wouldLoseRecords(let count):
      "saving would leave out \(count) records that nobody deleted; nothing was written;"
        + " please report this"
    case .unusableID:
      "an id is taken or cannot name a file; nothing was written; please report this"
    case .notEncodable:
      "an entry has no form that can be stored; nothing was written; please report this"
    }
  }
}

extension VaultPart {
  fileprivate var name: String {
    switch self {
    case .key: "the key"
    case .journal: "the journal"
    case .recipient: "the recipient"
    case .draft: "a draft"
    case .capture: "a note from the inbox"
    case .backup: "a backup"
    case .copy: "the copy"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .key: "unlock with the recovery code, or put back a copy of the file"
    case .journal: "what is whole in it can be saved, or a backup put back"
    case .recipient: "unlock the vault once to write it anew"
    case .draft, .capture, .backup, .copy: "put back a copy of the file, or move it away"
    }
  }
}

extension Damage: CustomStringConvertible {
  /// What is wrong, in a few words.
  public var description: String {
    switch self {
    case .empty: "it is empty"
    case .otherFile: "it is some other kind of file"
    case .truncated: "its end is missing"
    case .header: "its header was altered"
    case .altered(let pieces) where pieces.count == 1: "its piece \(pieces[0]) was altered"
    case .altered(let pieces):
      "its pieces \(pieces.prefix(8).map(String.init).joined(separator: ", "))"
        + "\(pieces.count > 8 ? " and others" : "") were altered"
    case .content: "its content is not what it says of itself"
    case .tooMuchWork: "it asks for more work than a passphrase may cost"
    }
  }
}
