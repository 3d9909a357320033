/// What a look through every file of a vault found; it holds no word of the person.
public struct VaultReport: Equatable, Sendable {
  /// A file of the vault and how it was found.
  public struct File: Equatable, Sendable {
    /// What the file is.
    public let part: VaultPart

    /// Where it lies.
    public let path: String

    /// What is wrong with it; `nil` when it opens and is whole.
    public let fault: VaultError?

    /// The number of the save it holds, where it is a journal or a backup that opens.
    public let generation: Int?

    /// How many records it holds, where it is a journal or a backup that opens.
    public let recordCount: Int?
  }

  /// How many records the journal holds, without those that were deleted.
  public internal(set) var recordCount = 0

  /// How many records of each kind there are.
  public internal(set) var kinds: [String: Int] = [:]

  /// How many deleted records it remembers as deleted.
  public internal(set) var deletedCount = 0

  /// How many versions it holds that do not count at present: the other side of conflicts.
  public internal(set) var olderVersionCount = 0

  /// How many lines a newer program wrote; they are kept as they are.
  public internal(set) var unknownLineCount = 0

  /// The number of the newest save.
  public internal(set) var generation = 0

  /// The highest number of a save that this computer remembers.
  public internal(set) var rememberedGeneration = 0

  /// The pieces of 64 KiB of the journal that do not open, counted from 1; none in a whole one.
  public internal(set) var damagedPieces: [Int] = []

  /// How many pieces of 64 KiB the journal has.
  public internal(set) var pieceCount = 0

  /// Every file that was looked at, the journal first.
  public internal(set) var files: [File] = []

  /// Copies of the journal that a synchronisation program left beside it.
  public internal(set) var conflictCopies: [String] = []

  /// Files in the vault's folder that are none of its own.
  public internal(set) var strangeFiles: [String] = []

  /// What is not quite as it should be.
  public internal(set) var notices: [VaultNotice] = []

  /// Whether every file is whole and nothing is to be told.
  public var isSound: Bool {
    files.allSatisfy { $0.fault == nil } && conflictCopies.isEmpty && notices.isEmpty
  }
}
