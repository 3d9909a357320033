/// Finds the name that somebody probably meant.
enum NearestName {
  /// The nearest of some names that is near enough to be meant; `nil` when none is.
  static func of(_ typed: String, among names: [String]) -> String? {
    let near = names.map { (name: $0, distance: distance(typed, $0)) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let near, near.distance <= max(2, typed.count / 3) else { return nil }
    return near.name
  }

  /// How many letters have to be added, taken away or changed (Levenshtein 1966).
  static func distance(_ left: String, _ right: String) -> Int {
    let letters = Array(right)
    var row = Array(0...letters.count)
    for (index, letter) in left.enumerated() {
      var next = [index + 1]
      for column in letters.indices {
        let change = row[column] + (letters[column] == letter ? 0 : 1)
        next.append(min(change, row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[letters.count]
  }
}
