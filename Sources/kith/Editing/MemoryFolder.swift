import CPlatform
import FoundationEssentials
import Glibc

/// A folder that is kept in memory alone, for a text that another program is to edit.
///
/// Nothing in it reaches a disk, unless the system moves memory to a swap area.
struct MemoryFolder {
  private static let prefix = "kith-edit-"

  /// Where it is.
  let path: String

  /// Makes a folder that only its owner may enter.
  ///
  /// - Parameter environment: The variables of the process.
  /// - Throws: ``Failure`` where the system has no file system in memory.
  init(environment: [String: String]) throws {
    for place in Self.places(environment) where platform_is_in_memory(place) == 1 {
      // The process is named, so that a later one can tell whether the folder is still in use.
      var template = Array("\(place)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { continue }
      path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      return
    }
    throw Failure(
      message: "no folder in memory was found, and kith does not put your words on the disk",
      hint: "leave out --editor to use the built-in editor")
  }

  /// Removes the folder with all it holds.
  func remove() { Self.remove(path) }

  /// Removes folders that processes left behind which were killed.
  static func sweep(environment: [String: String]) {
    for place in places(environment) {
      // A place that cannot be listed holds nothing of ours.
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      where name.hasPrefix(prefix) {
        let process = name.dropFirst(prefix.count).split(separator: "-").first.flatMap {
          Int32($0)
        }
        guard let process, kill(process, 0) != 0, errno == ESRCH else { continue }
        var status = platform_status()
        let path = "\(place)/\(name)"
        guard platform_status_at(path, &status) == 0, status.is_own == 1, status.is_directory == 1
        else { continue }
        remove(path)
      }
    }
  }

  private static func remove(_ path: String) {
    // What is gone already need not be removed; what cannot be is found by the next sweep.
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func places(_ environment: [String: String]) -> [String] {
    [environment["XDG_RUNTIME_DIR"], "/dev/shm"].compactMap(\.self).filter { $0.hasPrefix("/") }
  }
}
