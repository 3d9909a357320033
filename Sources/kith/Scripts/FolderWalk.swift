import Glibc

/// Finds the files below a folder.
///
/// Links to folders are followed, but no folder is entered twice, so a link that leads back to a
/// folder above it does no harm. Names that begin with a dot are passed over.
struct FolderWalk {
  /// How many files and folders are looked at before the walk gives up.
  static let limit = 100_000

  private struct Identity: Hashable {
    var device: UInt
    var number: UInt
  }

  /// The files that were found, from the folder that was walked, ordered by path.
  private(set) var paths: [String] = []

  /// Whether there was more than the limit allows.
  private(set) var isCutShort = false

  /// The folders that could not be read, with the system's words for why.
  private(set) var refusals: [(path: String, refusal: FileRefusal)] = []

  private let folder: String
  private var seen: Set<Identity> = []
  private var count = 0

  /// Walks a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - isDeep: Whether folders inside are walked too.
  init(_ folder: String, isDeep: Bool = true) {
    self.folder = folder
    walk(isDeep: isDeep)
    paths.sort()
  }

  private mutating func walk(isDeep: Bool) {
    var waiting = [""]
    while let prefix = waiting.popLast(), !isCutShort {
      for name in names(in: prefix) {
        count += 1
        guard count <= Self.limit else {
          isCutShort = true
          return
        }
        let path = prefix + name
        var status = stat()
        guard stat("\(folder)/\(path)", &status) == 0 else { continue }
        let identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
        if status.st_mode & S_IFMT != S_IFDIR {
          if seen.insert(identity).inserted { paths.append(path) }
        } else if isDeep, seen.insert(identity).inserted {
          waiting.append(path + "/")
        }
      }
    }
  }

  private mutating func names(in prefix: String) -> [String] {
    let path = prefix.isEmpty ? folder : "\(folder)/\(prefix.dropLast())"
    guard let stream = opendir(path) else {
      refusals.append((path, .unreadable(TextReader.reason(errno))))
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count <= Self.limit, let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
