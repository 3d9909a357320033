import Age
import Coach

extension VaultKey {
  /// Looks through every file of the vault and tells how it is; changes nothing.
  ///
  /// - Returns: A report without a word of the person.
  /// - Throws: `VaultError.unreadable` when a folder may not be looked into.
  public func verify() throws(VaultError) -> VaultReport {
    var report = VaultReport()
    report.notices = notices
    report.rememberedGeneration = try rememberedGeneration
    try inspectJournal(&report)
    try inspectKeys(&report)
    for path in try Backups(place: place, disk: disk).paths() {
      report.files.append(journalReport(.backup, path))
    }
    for (folder, part) in [(place.drafts, VaultPart.draft), (place.inbox, .capture)] {
      for name in try disk.names(in: folder) where name.hasSuffix(".age") && !name.hasPrefix(".") {
        report.files.append(valueReport(part, "\(folder)/\(name)"))
      }
    }
    report.conflictCopies = try conflictCopies()
    report.strangeFiles = try disk.names(in: place.directory).filter { !place.isOwn($0) }
      .map { "\(place.directory)/\($0)" }.filter { !report.conflictCopies.contains($0) }
    return report
  }

  private func inspectJournal(_ report: inout VaultReport) throws(VaultError) {
    report.files.append(journalReport(.journal, place.journal))
    guard let bytes = try disk.contents(of: place.journal, limit: Disk.journalLimit),
      // Why it does not open stands in the line of the file.
      let opened = try? ProvenJournal(
        bytes, with: identities, path: place.journal, part: .journal)
    else { return }
    let pieces = opened.pieces
    report.pieceCount = pieces.count
    report.damagedPieces = pieces.indices.filter { pieces[$0] == nil }.map { $0 + 1 }
    // As above.
    guard let text = try? JournalFile(opening: bytes, with: identities, path: place.journal).text
    else { return }
    report.generation = text.generation
    report.recordCount = text.recordCount
    report.deletedCount = text.places.count - text.recordCount
    report.olderVersionCount = text.olderVersionCount
    report.unknownLineCount = text.lines.count { $0.key == nil }
    for line in text.currentLines where !line.isTombstone {
      let kind = line.label("kind").flatMap { RecordSpelling.string($0) } ?? ""
      report.kinds[kind, default: 0] += 1
    }
    if text.generation < report.rememberedGeneration {
      let error = VaultError.olderGeneration(
        found: text.generation, remembered: report.rememberedGeneration)
      report.files[0] = VaultReport.File(
        part: .journal, path: place.journal, fault: error, generation: text.generation,
        recordCount: text.recordCount)
    }
  }

  /// Tells whether the key files are whole.
  ///
  /// That they open is proven by the passphrase alone, so what is looked at is their form, and
  /// that both are the same.
  private func inspectKeys(_ report: inout VaultReport) throws(VaultError) {
    var contents: [[UInt8]] = []
    for path in [place.key, place.keyCopy] {
      let bytes = try disk.contents(of: path, limit: 1 << 20)
      contents.append(bytes ?? [])
      report.files.append(
        VaultReport.File(
          part: .key, path: path, fault: KeyFile.fault(of: bytes, path: path), generation: nil,
          recordCount: nil))
    }
    if contents[0] != contents[1] { report.notices.append(.keyCopyDiffers(path: place.keyCopy)) }
    let recipient = try disk.contents(of: place.recipient, limit: 1 << 16)
    var fault: VaultError?
    if recipient == nil { fault = .missing(.recipient, path: place.recipient) }
    if let recipient, recipient != identity.recipient.fileContents {
      fault = .foreignKey(path: place.recipient)
    }
    report.files.append(
      VaultReport.File(
        part: .recipient, path: place.recipient, fault: fault, generation: nil, recordCount: nil))
  }

  private func journalReport(_ part: VaultPart, _ path: String) -> VaultReport.File {
    do throws(VaultError) {
      let bytes = try disk.contents(
        of: path, followsLinks: part == .journal, limit: Disk.journalLimit)
      guard let bytes else { throw .missing(part, path: path) }
      let text = try JournalFile(opening: bytes, with: identities, path: path, part: part).text
      return VaultReport.File(
        part: part, path: path, fault: nil, generation: text.generation,
        recordCount: text.recordCount)
    } catch {
      return VaultReport.File(
        part: part, path: path, fault: error, generation: nil, recordCount: nil)
    }
  }

  private func valueReport(_ part: VaultPart, _ path: String) -> VaultReport.File {
    var fault: VaultError?
    do throws(VaultError) {
      let bytes = try disk.contents(
        of: path, followsLinks: false, limit: Vault.sealedValueLimit)
      guard let bytes else { throw .missing(part, path: path) }
      _ = try SealedValue.plaintext(of: bytes, with: identities, part: part, path: path)
    } catch {
      fault = error
    }
    return VaultReport.File(
      part: part, path: path, fault: fault, generation: nil, recordCount: nil)
  }
}

extension Vault {
  /// Looks through every file of the vault and tells how it is; changes nothing.
  ///
  /// - Returns: A report without a word of the person.
  /// - Throws: `VaultError.unreadable` when a folder may not be looked into.
  public func verify() throws(VaultError) -> VaultReport {
    var key = key
    key.notices = notices
    return try key.verify()
  }
}
