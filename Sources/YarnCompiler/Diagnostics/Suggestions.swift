/// Finds names that were probably meant, for a bounded number of unknown ones: comparing each of
/// many unknown names with each of many known ones would take too long.
struct Suggestions {
  private var comparisonsLeft = 1_000_000

  mutating func nearest(to name: String, among known: some Collection<String>) -> String? {
    guard comparisonsLeft >= known.count else { return nil }
    comparisonsLeft -= known.count
    return NearestName.of(name, among: known)
  }
}
