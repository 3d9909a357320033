/// What the name of a file tells: a date, and a title beside it.
struct DatedName: Equatable {
  /// The date; `nil` when the name tells none.
  private(set) var time: WrittenTime?

  /// The words of the name, without the date; `nil` when there are none.
  private(set) var title: String?

  /// Looks at a path.
  ///
  /// - Parameter path: Such as `2026-11-23.md`, `2026-11-23 19.30 A walk.md`, `20261123-walk.md`
  ///   or `2026/11/23.md`.
  init(path: String) {
    let parts = path.split(separator: "/")
    var name = parts.last ?? ""
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    if let match = name.prefixMatch(of: /(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)/),
      let day = WrittenTime(day: (match.output.1, match.output.3, match.output.4))
    {
      time = day
      name = name[match.range.upperBound...]
      takeTime(match.output, &name)
    } else if let time = Self.inFolders(parts.dropLast(), name) {
      self.time = time
      name = name.dropFirst(2)
    }
    title = Self.words(name)
  }

  /// Takes a time of the day behind the day, such as `T1930`, ` 19.30` or `_19-30-05`.
  private mutating func takeTime(
    _ day: (Substring, Substring, Substring, Substring, Substring), _ rest: inout Substring
  ) {
    let form = /(?:[T_ ]|--?| at )(\d\d)[-.:h_]?(\d\d)(?:[-.:_]?(\d\d))?(?=$|[ _-])/
    guard let match = rest.prefixMatch(of: form),
      let whole = WrittenTime(
        day: (day.1, day.3, day.4), time: (match.output.1, match.output.2, match.output.3))
    else { return }
    time = whole
    rest = rest[match.range.upperBound...]
  }

  /// The day of a file such as `2026/11/23.md`.
  private static func inFolders(_ folders: ArraySlice<Substring>, _ name: Substring)
    -> WrittenTime?
  {
    guard folders.count > 1, let month = folders.last, let year = folders.dropLast().last,
      year.wholeMatch(of: /\d{4}/) != nil, month.wholeMatch(of: /\d\d/) != nil,
      name.prefixMatch(of: /\d\d(?!\d)/) != nil
    else { return nil }
    return WrittenTime(day: (year, month, name.prefix(2)))
  }

  private static func words(_ name: Substring) -> String? {
    let rest = name.drop { " -_.".contains($0) }
    guard !rest.isEmpty else { return nil }
    return rest.contains(" ") ? String(rest) : String(rest.replacing(/[-_]/, with: " "))
  }
}
