import Coach

/// What could still be read of a damaged journal; nothing was written to find it.
public struct Salvage: Equatable, Sendable {
  /// What is wrong with the journal; `nil` when it is whole after all.
  public let fault: VaultError?

  /// Whether the journal is proven to come from a holder of the key.
  ///
  /// Where the damage hit the proof itself, what was found could be somebody else's making and
  /// has to be looked at first.
  public let isWriterProven: Bool

  /// The pieces of 64 KiB that do not open, counted from 1.
  public let lostPieces: [Int]

  /// How many pieces the journal has.
  public let pieceCount: Int

  /// How many lines the journal should have; `nil` when its header line is lost.
  public let expectedLineCount: Int?

  /// How many lines were read from it.
  public let savedLineCount: Int

  /// How many records were found in backups alone.
  public let addedFromBackupsCount: Int

  /// Where the backups lie that were read as well.
  public let backups: [String]

  let text: JournalText

  /// The records that were found, in the journal and in its backups.
  public func history() -> History { text.history }
}

extension Salvage: CustomReflectable, CustomStringConvertible {
  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// A placeholder that stands in for what was found.
  public var description: String { "‹salvage›" }
}

/// What keeping a salvage did.
public struct SalvageNote: Equatable, Sendable {
  /// Where the damaged journal lies now, byte for byte; `nil` when there was none.
  public let damagedJournal: String?

  /// How many records the journal holds now.
  public let recordCount: Int
}
