import Coach
import Foundation
import JournalStorage

/// Vaults of the dull person, as if they had used the program for some years.
struct Journals {
  /// The moment the person arrived.
  static let start = LocalTime(epochSeconds: 1_750_000_000)

  /// The passphrase of every vault.
  static let passphrase = "tea on sunday afternoons"

  private static let week = 7 * 86_400

  private let content: ContentLibrary
  private let folder: String

  /// Makes vaults in a folder.
  init(content: ContentLibrary, in folder: String) {
    self.content = content
    self.folder = folder
  }

  /// Where a vault and what is remembered of it lie, as `kith --home` has it.
  static func place(home: String) -> VaultPlace {
    VaultPlace(directory: "\(home)/kith", stateDirectory: "\(home)/state")
  }

  /// Opens a vault.
  ///
  /// - Throws: `VaultError`.
  static func unlock(home: String) throws -> Vault {
    var passphrase = Array(passphrase.utf8)
    return try Vault.unlock(place(home: home), passphrase: &passphrase)
  }

  /// Makes a vault that holds the first visit and as many check-ins, a week apart.
  ///
  /// The work factor is the lowest there is, so that opening it takes next to no derivation.
  ///
  /// - Parameter count: The number of check-ins.
  /// - Returns: The folder for `kith --home`.
  /// - Throws: `VaultError`, or what keeps a sitting from being run.
  func make(checkIns count: Int) throws -> String {
    let home = "\(folder)/journal-\(count)"
    var passphrase = Array(Self.passphrase.utf8)
    var vault = try Vault.create(
      at: Self.place(home: home), passphrase: &passphrase, workFactor: 1)
    for number in 0...count {
      let draft = Self.draft(number == 0 ? .welcome : .checkIn, week: number, content: content)
      let sitting = try DullSitting(draft, content: content, history: vault.history())
      try vault.save(sitting.record, now: draft.startedAt)
    }
    return home
  }

  /// Makes a vault that holds some entries of 120 words.
  ///
  /// - Parameters:
  ///   - entries: The entries.
  ///   - folder: Where its folder is made.
  /// - Returns: The folder for `kith --home`.
  /// - Throws: `VaultError`.
  static func make(holding entries: [MadeEntries.Made], in folder: String) throws -> String {
    let home = "\(folder)/entries-\(entries.count)"
    var passphrase = Array(passphrase.utf8)
    var vault = try Vault.create(at: place(home: home), passphrase: &passphrase, workFactor: 1)
    try vault.save(entries.map(\.record), now: start)
    return home
  }

  /// A sitting that begins so many weeks after the first visit.
  static func draft(_ agenda: Agenda, week number: Int, content: ContentLibrary) -> Draft {
    Draft(
      id: UUID().uuidString.lowercased(), agenda: agenda, content: content.identity, seed: 1,
      startedAt: LocalTime(epochSeconds: start.epochSeconds + number * week), tz: "UTC")
  }
}
