extension Figures {
  /// What can be measured by itself.
  enum Group: String, CaseIterable {
    case startUp = "start-up"
    case content
    case scripts
    case forms
    case sittings
    case derivation = "key-derivation"
    case journal

    /// Reads the names of groups.
    ///
    /// - Throws: ``BenchError`` when one is unknown.
    static func named(_ words: [String]) throws -> [Group] {
      try words.map { word in
        guard let group = Group(rawValue: word) else {
          let known = allCases.map(\.rawValue).joined(separator: ", ")
          throw BenchError("there is nothing called '\(word)' to measure, only: \(known)")
        }
        return group
      }
    }
  }
}
