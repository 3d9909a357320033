import Age
import CPlatform
import Coach
import FoundationEssentials

extension Vault {
  /// No draft and no capture is larger than this.
  static let sealedValueLimit = 16 << 20

  /// Seals a sitting that is under way, in place of its earlier state.
  ///
  /// Only the public recipient is used. When it returns, what was typed outlasts a crash.
  ///
  /// - Parameter draft: The sitting so far; its id names the file.
  /// - Throws: `VaultError.unusableID`, `.readOnly`, `.noSpace`; the earlier state is then kept.
  public func seal(_ draft: Draft) throws(VaultError) {
    guard draft.id.isFileName else { throw .unusableID }
    let sealed = try SealedValue.seal(draft, to: identity.recipient)
    try disk.makeFolder(place.drafts)
    let lock = try DirectoryLock(place, on: disk)
    // A draft sealed to a key that is no more could never be opened again.
    guard try !hasNewKey() else { throw .keyChanged(directory: place.directory) }
    try disk.replace(place.draft(draft.id), with: sealed)
    _ = consume lock
  }

  /// The sittings that can be taken up again, the latest first.
  ///
  /// A draft whose record is in the journal was left behind by a crash; it is dropped.
  ///
  /// - Returns: The drafts that could be opened; `draftFaults()` tells of the others.
  /// - Throws: `VaultError.unreadable` when the folder may not be looked into.
  public func drafts() throws(VaultError) -> [Draft] {
    var drafts: [Draft] = []
    for file in try draftFiles() {
      guard case .success(let draft) = file else { continue }
      guard journal.text.current(RecordKey(draft.id)) != nil else {
        drafts.append(draft)
        continue
      }
      // In a vault that cannot be written the draft stays on disk and is passed over each time.
      try? removeDraft(draft.id)
    }
    return drafts
  }

  /// What keeps drafts from being opened: they are damaged, or of a newer program.
  ///
  /// - Returns: One error for each file; the files are left as they are.
  /// - Throws: `VaultError.unreadable` when the folder may not be looked into.
  public func draftFaults() throws(VaultError) -> [VaultError] {
    try draftFiles().compactMap { file in
      if case .failure(let error) = file { error } else { nil }
    }
  }

  /// Drops a sitting that the person does not want to take up again.
  ///
  /// - Parameter id: The draft's id; that it is gone already is no error.
  /// - Throws: `VaultError.unusableID` or `.readOnly`.
  public func drop(draft id: String) throws(VaultError) {
    try removeDraft(id)
  }

  func removeDraft(_ id: String) throws(VaultError) {
    guard id.isFileName else { throw .unusableID }
    try disk.remove(place.draft(id))
    // A draft that comes back after a power cut is dropped again, so nothing waits for the disk.
  }

  private func draftFiles() throws(VaultError) -> [Result<Draft, VaultError>] {
    var files: [(modified: Int64, draft: Result<Draft, VaultError>)] = []
    for name in try disk.names(in: place.drafts)
    where name.hasSuffix(".age") && !name.hasPrefix(".") {
      let path = "\(place.drafts)/\(name)"
      let modified = try disk.status(of: path)?.modified ?? 0
      files.append((modified, Result { () throws(VaultError) in try openDraft(path) }))
    }
    return files.sorted { $0.modified > $1.modified }.map(\.draft)
  }

  private func openDraft(_ path: String) throws(VaultError) -> Draft {
    let bytes = try disk.contents(of: path, followsLinks: false, limit: Self.sealedValueLimit)
    guard let bytes else { throw .missing(.draft, path: path) }
    return try SealedValue.open(bytes, with: key.identities, part: .draft, path: path)
  }
}

extension String {
  /// Whether an id can name a file: letters, digits and hyphens, as a UUID has them.
  var isFileName: Bool {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".utf8)
    return (1...64).contains(utf8.count) && utf8.allSatisfy(allowed.contains)
  }
}
