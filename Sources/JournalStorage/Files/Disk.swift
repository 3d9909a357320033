import CPlatform

/// The calls that the storage makes to the system, in the words of what may fail.
enum DiskCall: Equatable, Sendable {
  case open, read, write, sync, name, rename, syncFolder, remove, makeFolder
}

/// The way to the disk, with a gate that tests close.
struct Disk: Sendable {
  /// No journal is larger than this; what is larger is not even read.
  static let journalLimit = 512 << 20

  /// Asked before each call: 0 lets it through, any other number is the error it fails with.
  var gate: @Sendable (DiskCall) -> Int32 = { _ in 0 }

  /// Told of everything that was done to the disk.
  var witness: @Sendable (DiskEvent) -> Void = { _ in }

  /// Makes a call unless the gate is closed, and turns a failure into what it means.
  @discardableResult
  func attempt<Answer: SignedInteger>(
    _ call: DiskCall, _ path: String, _ body: () -> Answer
  ) throws(VaultError) -> Answer {
    let refusal = gate(call)
    guard refusal == 0 else { throw Self.error(call, path, code: refusal) }
    let answer = body()
    guard answer >= 0 else { throw Self.error(call, path, code: Int32(-answer)) }
    return answer
  }

  private static func error(_ call: DiskCall, _ path: String, code: Int32) -> VaultError {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .noSpace(path: path)
    case EROFS: .readOnly(path: path)
    case ELOOP: .unreadable(path: path)
    case EACCES, EPERM: call == .read ? .unreadable(path: path) : .readOnly(path: path)
    default: .system(path: path, code: code)
    }
  }
}

extension Disk {
  /// What is known of a file, or `nil` when there is none.
  func status(of path: String) throws(VaultError) -> platform_status? {
    var status = platform_status()
    let answer = platform_status_at(path, &status)
    guard answer != -ENOENT, answer != -ENOTDIR else { return nil }
    try attempt(.read, path) { answer }
    return status
  }

  /// Reads a whole regular file, or `nil` when there is none.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - followsLinks: Whether a symbolic link is followed; where names come from a folder that
  ///     others may write to, it is not.
  ///   - limit: The number of bytes above which the file is refused.
  /// - Returns: The bytes.
  /// - Throws: `.unreadable` for anything but a regular file of that size that may be read.
  func contents(
    of path: String, followsLinks: Bool = true, limit: Int = 1 << 31
  ) throws(VaultError) -> [UInt8]? {
    try reading(path, followsLinks: followsLinks, limit: limit) {
      (file, count) throws(VaultError) in try file.read(count)
    }
  }

  /// Opens a regular file to be read piece by piece.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - followsLinks: Whether a symbolic link is followed.
  ///   - limit: The number of bytes above which the file is refused.
  ///   - body: Gets the file and how many bytes it holds.
  /// - Returns: What the body does; `nil` when there is no file.
  /// - Throws: `.unreadable` for anything but a regular file of that size that may be read.
  func reading<Answer>(
    _ path: String, followsLinks: Bool = true, limit: Int = journalLimit,
    _ body: (OpenFile, _ byteCount: Int) throws(VaultError) -> Answer
  ) throws(VaultError) -> Answer? {
    guard let found = try status(of: path) else { return nil }
    guard found.is_regular == 1 else { throw .notAFile(path: path) }
    let number = try attempt(.read, path) { platform_open_to_read(path, followsLinks ? 1 : 0) }
    defer { platform_close(number) }
    var status = platform_status()
    try attempt(.read, path) { platform_status_of(number, &status) }
    guard status.is_regular == 1 else { throw .notAFile(path: path) }
    guard status.size <= Int64(limit) else { throw .tooLarge(path: path) }
    let file = OpenFile(disk: self, number: number, name: path, path: path)
    return try body(file, Int(status.size))
  }

  /// Whether a file begins with some bytes; `nil` when there is no file.
  func begins(_ path: String, with start: [UInt8]) throws(VaultError) -> Bool? {
    guard let status = try status(of: path) else { return nil }
    guard status.is_regular == 1 else { throw .notAFile(path: path) }
    let number = try attempt(.read, path) { platform_open_to_read(path, 1) }
    defer { platform_close(number) }
    let file = OpenFile(disk: self, number: number, name: path, path: path)
    return try file.read(start.count) == start
  }

  /// Whether anything has that name, even a symbolic link that leads nowhere.
  func isThere(_ path: String) throws(VaultError) -> Bool {
    let answer = platform_is_there(path)
    guard answer != -ENOENT, answer != -ENOTDIR else { return false }
    try attempt(.read, path) { answer }
    return true
  }

  /// The names in a folder, in order; none when there is no folder.
  func names(in folder: String) throws(VaultError) -> [String] {
    final class Names { var all: [String] = [] }
    let names = Names()
    let context = Unmanaged.passUnretained(names).toOpaque()
    let answer = platform_list(folder, context) { context, name in
      guard let context else { return }
      Unmanaged<Names>.fromOpaque(context).takeUnretainedValue().all.append(String(cString: name))
    }
    guard answer != -ENOENT else { return [] }
    try attempt(.read, folder) { answer }
    return names.all.sorted()
  }

  /// Makes a folder that is the owner's alone, and the folders it lies in.
  func makeFolder(_ path: String) throws(VaultError) {
    guard try status(of: path) == nil else { return }
    let parent = Self.folder(of: path)
    if parent != path { try makeFolder(parent) }
    try attempt(.makeFolder, path) {
      let answer = platform_make_folder(path, 0o700)
      return answer == -EEXIST ? 0 : answer
    }
    witness(.folderMade(path))
    try syncFolder(parent)
  }

  /// Removes a file; that it is gone already is no error.
  func remove(_ path: String) throws(VaultError) {
    try attempt(.remove, path) {
      let answer = platform_remove(path)
      return answer == -ENOENT ? 0 : answer
    }
    witness(.removed(path))
  }

  /// Removes an empty folder; that it is gone already is no error.
  func removeFolder(_ path: String) throws(VaultError) {
    try attempt(.remove, path) {
      let answer = platform_remove_folder(path)
      return answer == -ENOENT ? 0 : answer
    }
    witness(.removed(path))
  }

  /// Gives a file or folder another name, in the place of whatever had it.
  ///
  /// - Parameters:
  ///   - path: The name it has.
  ///   - other: The name it gets.
  ///   - named: The file to name when it fails.
  /// - Throws: What the refusal of the system means.
  func rename(_ path: String, to other: String, for named: String) throws(VaultError) {
    try attempt(.rename, named) { platform_rename(path, other) }
    witness(.renamed(path, to: other))
  }

  /// Gives a file another name, in this folder or another one of the same disk.
  func move(_ path: String, to other: String) throws(VaultError) {
    try rename(path, to: other, for: other)
    try syncFolders([Self.folder(of: path), Self.folder(of: other)])
  }

  /// Sets the time of a file.
  func setModified(_ path: String, _ seconds: Int64) throws(VaultError) {
    try attempt(.write, path) { platform_set_modified(path, seconds) }
  }

  /// Makes the names in folders last through a power cut, where they exist.
  func syncFolders(_ paths: [String]) throws(VaultError) {
    for path in paths where try status(of: path) != nil { try syncFolder(path) }
  }

  /// Makes the names in a folder last through a power cut.
  func syncFolder(_ path: String) throws(VaultError) {
    try attempt(.syncFolder, path) { platform_sync_folder(path) }
    witness(.folderSynced(path))
  }

  /// The folder a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
