/// Finds the word that was probably meant.
enum NearWord {
  /// The known word most like a given one; `nil` when none is near.
  ///
  /// - Parameters:
  ///   - word: The word that is not known.
  ///   - known: The words that are.
  /// - Returns: A word of which at most one letter in three has to change, the first by name.
  static func of(_ word: String, among known: [String]) -> String? {
    let wanted = Array(word.lowercased().utf8.prefix(40))
    let limit = max(1, wanted.count / 3)
    let near = known.sorted().map { ($0, distance(wanted, Array($0.lowercased().utf8))) }
      .filter { $0.1 <= limit }
    return near.min { $0.1 < $1.1 }?.0
  }

  /// How many letters have to be added, taken away or changed.
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        let substitution = previous[column] + (letter == other ? 0 : 1)
        current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[second.count]
  }
}
