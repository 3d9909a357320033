import Foundation

/// A folder of content files on the disk.
public struct ContentFolder: Equatable, Sendable {
  /// The absolute or relative path of the folder.
  public var path: String

  /// Makes a folder; nothing is read.
  public init(path: String) {
    self.path = path
  }

  /// Whether there is such a folder.
  var exists: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// A file of the folder.
  struct File {
    /// The path relative to the folder, such as `scripts/check-in.yarn`.
    var name: String
    var text: String
  }

  /// Reads every file below a subfolder whose name ends in one of some endings, by name.
  ///
  /// - Throws: ``ContentFaults`` when a file cannot be read or is not UTF-8.
  func files(in subfolder: String, ending: String) throws -> [File] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(subfolder)")
    } catch {
      throw ContentFaults(faults: [
        ContentFault(
          "KI0101", file: subfolder, "the folder is missing or cannot be read in \(path)")
      ])
    }
    return try names.filter { $0.hasSuffix(ending) }.sorted().map {
      try file("\(subfolder)/\($0)")
    }
  }

  /// Reads one file.
  ///
  /// - Throws: ``ContentFaults`` when it cannot be read or is not UTF-8.
  func file(_ name: String) throws -> File {
    guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)") else {
      throw ContentFaults(faults: [
        ContentFault("KI0101", file: name, "the file is missing or cannot be read in \(path)")
      ])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ContentFaults(faults: [
        ContentFault("KI0102", file: name, "the file is not UTF-8 text; save it as UTF-8")
      ])
    }
    return File(name: name, text: text)
  }
}

extension ContentFolder {
  /// Finds the content folder to use.
  ///
  /// - Parameters:
  ///   - chosen: What the person named with an option or `KITH_CONTENT`; used as it is.
  ///   - executable: The path of the running program, its links resolved.
  ///   - dataFolders: The XDG data folders, the person's own first.
  /// - Returns: The first folder that there is; `nil` when there is none.
  public static func find(
    chosen: String?, executable: String, dataFolders: [String]
  ) -> ContentFolder? {
    if let chosen { return ContentFolder(path: chosen) }
    let place = executable.split(separator: "/", omittingEmptySubsequences: false)
    let beside = place.dropLast().joined(separator: "/")
    let prefix = place.dropLast(2).joined(separator: "/")
    let candidates =
      ["\(beside)/kith_CoachContent.resources/Content", "\(prefix)/share/kith/content"]
      + dataFolders.map { "\($0)/kith/content" }
    return candidates.first { FileManager.default.fileExists(atPath: "\($0)/scripts") }
      .map { ContentFolder(path: $0) }
  }
}
