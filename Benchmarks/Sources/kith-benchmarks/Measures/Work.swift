import Coach
import CoachContent
import JournalStorage

/// Work that a person waits for, in pieces that are timed one by one.
enum Work: String {
  /// Loads all content, with the checks that a sitting needs.
  case load
  /// Loads all content and checks everything there is to check, the wording included.
  case check
  /// Comes from the accepted passphrase to the first prompt of a check-in.
  case firstPrompt
  /// Saves an entry in an open vault.
  case saveOne
  /// Comes from the accepted passphrase to the last ten entries.
  case lastTen
  /// Comes from the accepted passphrase to the entries that hold a word.
  case search

  /// What the pieces are called, in order.
  var pieces: [String] {
    switch self {
    case .load, .check: ["content"]
    case .firstPrompt: ["content", "open the journal", "history", "session to its first prompt"]
    case .saveOne: ["save one"]
    case .lastTen: ["unlock to the last ten"]
    case .search: ["unlock and search a word"]
    }
  }

  /// Does the work once.
  ///
  /// - Parameters:
  ///   - content: The content folder.
  ///   - home: The folder of a vault that takes next to no derivation to open.
  /// - Returns: How long each piece took.
  /// - Throws: ``BenchError`` when the content has errors; whatever else keeps it from being done.
  func laps(content: ContentFolder, home: String) throws -> [Lap] {
    switch self {
    case .load:
      return [try Lap.timing { try ContentLoader(content).library() }.1]
    case .check:
      let (report, lap) = Lap.timing { ContentLoader(content).report() }
      guard report.errorCount == 0 else { throw BenchError("the content has errors") }
      return [lap]
    case .firstPrompt:
      return try Self.comeToFirstPrompt(content: content, home: home)
    case .saveOne: return [try JournalWork.saveOne(home: home)]
    case .lastTen: return [try JournalWork.lastTen(home: home)]
    case .search: return [try JournalWork.search(home: home)]
    }
  }

  private static func comeToFirstPrompt(content: ContentFolder, home: String) throws -> [Lap] {
    let (library, loading) = try Lap.timing { try ContentLoader(content).library() }
    let ((vault, drafts), opening) = try Lap.timing {
      let vault = try Journals.unlock(home: home)
      return (vault, try vault.drafts())
    }
    let (history, reading) = Lap.timing { vault.history() }
    let week = history.records.count
    let draft = drafts.first ?? Journals.draft(.checkIn, week: week, content: library)
    let (_, prompting) = try Lap.timing {
      var session = try Session(draft, content: library, history: history)
      while try session.resume().prompt == nil {}
    }
    return [loading, opening, reading, prompting]
  }
}
