import CPlatform
import FoundationEssentials

/// What can be seen of the computer without any right that the person lacks.
///
/// The top of the file tree and everything about the process are values, so that tests show it a
/// computer that does not exist.
struct SystemView {
  /// What stands before every absolute path; empty for the real computer.
  var root = ""

  /// The variables of the process.
  var environment: [String: String]

  /// The number of the person's account.
  var user: Int

  /// The process, whose ancestors tell in what kind of window it runs.
  var process: Int

  /// Where kith keeps its files.
  var folders: Folders

  /// The most that is read of any file.
  private static let limit = 64 << 20

  /// What is known of a file without opening it.
  struct Status: Equatable {
    var mode: Int
    var owner: Int
    var size: Int
    /// Seconds since 1970.
    var modified: Int
    var isFolder: Bool
    var isRegular: Bool
  }

  /// Looks at a file, through symbolic links.
  ///
  /// - Returns: What is known; `nil` where there is nothing, or nothing that may be seen.
  func status(of path: String) -> Status? {
    var found = platform_status()
    guard let real = resolved(path), platform_status_at(root + real, &found) == 0 else {
      return nil
    }
    return Status(
      mode: Int(found.mode), owner: Int(found.owner), size: Int(found.size),
      modified: Int(found.modified), isFolder: found.is_directory == 1,
      isRegular: found.is_regular == 1)
  }

  /// Reads a regular file of a bearable size; `nil` where there is none that may be read.
  func bytes(of path: String) -> [UInt8]? {
    guard let real = resolved(path), let status = status(of: real), status.isRegular,
      status.size <= Self.limit, let data = FileManager.default.contents(atPath: root + real)
    else { return nil }
    return Array(data)
  }

  /// Reads a text file line by line; `nil` where there is none that may be read.
  func lines(of path: String) -> [Substring]? {
    bytes(of: path).map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
  }

  /// The names in a folder, in order; none where there is no folder that may be read.
  func names(in folder: String) -> [String] {
    // As above: what cannot be seen is not there.
    ((try? FileManager.default.contentsOfDirectory(atPath: root + folder)) ?? []).sorted()
  }

  /// Follows the symbolic links of a path; `nil` where they lead in a circle.
  func resolved(_ path: String) -> String? {
    var done: [Substring] = []
    var rest = path.split(separator: "/").reversed() as [Substring]
    var links = 0
    while let name = rest.popLast() {
      if name == "." { continue }
      if name == ".." {
        _ = done.popLast()
        continue
      }
      let here = "/" + (done + [name]).joined(separator: "/")
      // Most names are no links, and then there is nothing to follow.
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: root + here)
      else {
        done.append(name)
        continue
      }
      links += 1
      guard links <= 40 else { return nil }
      if target.hasPrefix("/") { done = [] }
      rest += target.split(separator: "/").reversed()
    }
    return "/" + done.joined(separator: "/")
  }
}
