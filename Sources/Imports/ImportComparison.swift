import Coach

/// Which entries of a batch are new to a journal.
///
/// An import only adds: what the journal has stays as it is.
public struct ImportComparison: Equatable, Sendable {
  /// The entries to keep.
  public private(set) var new: [Record] = []

  /// How many are in the journal already, or twice in the files: the same time and the same words.
  public private(set) var duplicateCount = 0

  /// How many are in the journal under their id with other content, which is left as it is.
  public private(set) var otherVersionCount = 0

  /// Compares a batch with a journal.
  ///
  /// - Parameters:
  ///   - records: What was read.
  ///   - history: Everything the journal holds.
  public init(_ records: [Record], against history: History) {
    var known: Set<Words> = []
    for record in history.records { if let words = Words(record) { known.insert(words) } }
    let ids = Dictionary(history.records.map { ($0.id, $0.body) }) { first, _ in first }
    let hasProfile = history.profile != nil
    for record in records {
      if let body = ids[record.id] {
        if body == record.body { duplicateCount += 1 } else { otherVersionCount += 1 }
      } else if record.kind == .profile, hasProfile {
        otherVersionCount += 1
      } else if let words = Words(record), !known.insert(words).inserted {
        duplicateCount += 1
      } else {
        new.append(record)
      }
    }
  }

  /// What makes two notes the same: when, and every word.
  private struct Words: Hashable {
    var epochSeconds: Int
    var texts: [[UInt8]]

    init?(_ record: Record) {
      guard record.kind == .note, let body = record.body, body.forms.isEmpty else { return nil }
      epochSeconds = record.at.epochSeconds
      texts = body.notes.map { Array($0.text.plaintext.utf8) }
    }
  }
}
