import Coach
import Imports

/// Says what an import brings.
struct ImportSummary {
  let screen: Screen

  /// Whether the person named the zone of times that name none.
  let hasChosenZone: Bool

  /// Says what was read, what of it is new, and what had to be decided.
  func show(_ batch: ImportBatch, _ comparison: ImportComparison) throws {
    let times = batch.records.map(\.at.day)
    let labels = batch.formats.map(\.label).joined(separator: ", ")
    var opening = "\(labels): \(entries(batch.records.count))"
    if let first = times.min(), let last = times.max() {
      opening += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    try screen.say("\(opening).")
    try screen.say(counts(comparison))
    for sentence in batch.sentences { try screen.item("-", sentence) }
    if !batch.sentences.isEmpty { try screen.write([""]) }
    for case .assumedZone(let zone) in batch.remarks.keys where !hasChosenZone {
      try screen.say("\(zone) is the zone of this computer; --time-zone ZONE takes another.")
    }
  }

  /// Says that the import is done.
  func close(_ comparison: ImportComparison, keepsNothing: Bool) throws {
    guard !keepsNothing else { return try screen.say("Not kept, as you asked.") }
    try screen.say(
      "\(entries(comparison.new.count).capitalizedFirst) kept. The files you brought them from lie where"
        + " they were, in clear text; remove them when you no longer need them.")
  }

  private func counts(_ comparison: ImportComparison) -> String {
    var parts = ["\(comparison.new.count.grouped) new"]
    if comparison.duplicateCount > 0 {
      parts.append(
        "\(comparison.duplicateCount.grouped) there already, with the same time and the same words")
    }
    if comparison.otherVersionCount > 0 {
      parts.append(
        "\(comparison.otherVersionCount.grouped) there already in another version, which stays")
    }
    return parts.joined(separator: "; ") + "."
  }

  private func entries(_ count: Int) -> String {
    count == 1 ? "1 entry" : "\(count.grouped) entries"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
