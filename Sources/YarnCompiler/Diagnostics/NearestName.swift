/// Finds the name that was probably meant.
package enum NearestName {
  /// The known name most like a given one, without regard to case; `nil` when none is near.
  ///
  /// Two names are near when one letter in three, and two at the least of a longer word, would have
  /// to change.
  package static func of(_ name: String, among known: some Sequence<String>) -> String? {
    let wanted = letters(of: name)
    guard wanted.count > 2 else { return nil }
    let limit = wanted.count > 4 ? max(2, wanted.count / 3) : 1
    var best: (name: String, distance: Int)?
    for candidate in known where candidate != name {
      let other = letters(of: candidate)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, other)
      guard distance <= limit else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  private static func letters(of name: String) -> [UInt8] {
    Array(name.prefix(64).lowercased().utf8.prefix(64))
  }

  /// How many letters have to be added, taken away or changed (Levenshtein 1966).
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
