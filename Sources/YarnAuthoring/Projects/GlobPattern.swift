/// A pattern of file names, such as `**/*.yarn`.
///
/// `*` stands for any part of a name, `?` for one character, `**` for any number of folders.
/// Capitals do not count. A pattern may begin with `..` to reach beside the project's folder.
public struct GlobPattern: Equatable, Sendable {
  /// How the pattern was written.
  public let text: String

  /// How many folders above the project's own the pattern begins.
  public let ascents: Int

  /// The folders that lead to everything the pattern can match, without a wildcard among them.
  ///
  /// They start from the folder that is ``ascents`` above the project's; empty for that folder.
  public let folder: String

  private let segments: [[Character]]

  /// Reads a pattern; `nil` when it is empty, absolute or nothing but folders above.
  ///
  /// - Parameter text: The pattern, its parts separated by `/`; `\` is taken for it too.
  public init?(_ text: String) {
    self.text = text
    let path = String(text.map { $0 == "\\" ? "/" : $0 })
    guard !path.hasPrefix("/") else { return nil }
    var ascents = 0
    var segments: [String] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment != ".." {
        segments.append(String(segment))
      } else if segments.popLast() == nil {
        ascents += 1
      }
    }
    guard !segments.isEmpty else { return nil }
    if path.hasSuffix("/") { segments.append("**") }
    self.ascents = ascents
    let plain = segments.prefix { !$0.contains("*") && !$0.contains("?") }
    folder = plain.prefix(segments.count - 1).joined(separator: "/")
    self.segments = segments.map { Array($0.lowercased()) }
  }

  /// Whether the pattern can match files in folders below ``folder``.
  public var isDeep: Bool {
    segments.count > folder.split(separator: "/").count + 1 || segments.last == ["*", "*"]
  }

  /// Tells whether a file is meant.
  ///
  /// - Parameter path: The path, from the folder that is ``ascents`` above the project's.
  /// - Returns: Whether the whole path matches.
  public func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.lowercased()) }
    // After each part of the pattern: which numbers of names it can have taken so far.
    var reached = Set([0])
    for segment in segments {
      guard let first = reached.min() else { return false }
      if segment == ["*", "*"] {
        reached = Set(first...names.count)
      } else {
        reached = Set(
          reached.filter { $0 < names.count && Self.matches(names[$0], segment) }.map { $0 + 1 })
      }
    }
    return reached.contains(names.count)
  }

  /// Matches one name; a failed guess at a `*` goes back to the last one only, so the work stays
  /// within the product of both lengths.
  private static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
    var index = 0
    var place = 0
    var star: (pattern: Int, name: Int)?
    while index < name.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == name[index] || pattern[place] == "?" {
        index += 1
        place += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        (place, index) = (last.pattern + 1, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
