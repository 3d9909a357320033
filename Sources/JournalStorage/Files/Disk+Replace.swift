import CPlatform

extension Disk {
  private static let newPrefix = ".kith-"
  private static let newSuffix = ".new"

  /// Puts new content in place of a file's old content, so that a reader at any instant, and
  /// after a crash or a power cut, finds the whole old or the whole new content.
  ///
  /// The content goes to a file without a name, is synced and read back; only then does it get
  /// a name and take the place of the old one.
  ///
  /// - Parameters:
  ///   - path: The file to replace or to make.
  ///   - bytes: The new content.
  ///   - mode: The permissions, whatever the mask of the process.
  ///   - followsLinks: Whether a symbolic link stays and its target is replaced. Otherwise the
  ///     link itself is, so that nobody can direct what is written to another place.
  ///   - isDurable: Whether to wait until the disk has it.
  /// - Throws: What the first call that failed means; `.writtenWrongly` when the content did not
  ///   come back as it was written.
  func replace(
    _ path: String, with bytes: [UInt8], mode: UInt32 = 0o600, followsLinks: Bool = false,
    isDurable: Bool = true
  ) throws(VaultError) {
    try replace(path, mode: mode, followsLinks: followsLinks, isDurable: isDurable) {
      (file) throws(VaultError) in
      try file.write(bytes[...])
    } proving: { (file) throws(VaultError) in
      var rest = bytes[...]
      let isSame = try file.forEachPiece { (piece) throws(VaultError) in
        defer { rest = rest.dropFirst(piece.count) }
        return rest.prefix(piece.count).isSame(as: piece)
      }
      return isSame && rest.isEmpty
    }
  }

  /// Puts new content in place of a file's old content, as above, but piece by piece.
  ///
  /// - Parameters:
  ///   - path: The file to replace or to make.
  ///   - mode: The permissions, whatever the mask of the process.
  ///   - followsLinks: Whether a symbolic link stays and its target is replaced.
  ///   - isDurable: Whether to wait until the disk has it.
  ///   - fill: Writes the content.
  ///   - prove: Reads the file from its first byte and tells whether it holds the content.
  /// - Throws: What the first call that failed means; `.writtenWrongly` when there is no proof.
  func replace(
    _ path: String, mode: UInt32 = 0o600, followsLinks: Bool = false, isDurable: Bool = true,
    filling fill: (OpenFile) throws(VaultError) -> Void,
    proving prove: (OpenFile) throws(VaultError) -> Bool
  ) throws(VaultError) {
    let target = followsLinks ? resolved(path) : path
    let folder = Self.folder(of: target)
    let new = "\(folder)/\(Self.newPrefix)\(try randomName())\(Self.newSuffix)"
    let (number, isNamed) = try openNew(new, in: folder, mode: mode)
    defer { platform_close(number) }
    let file = OpenFile(disk: self, number: number, name: new, path: path)
    do throws(VaultError) {
      if isNamed { witness(.named(new)) }
      try fill(file)
      if isDurable {
        try attempt(.sync, path) { platform_sync(number) }
        witness(.synced(new))
      }
      try file.rewind()
      guard try prove(file) else { throw .writtenWrongly(path: path) }
      if !isNamed {
        try attempt(.name, path) { platform_name_unnamed(number, new) }
        witness(.named(new))
      }
      try rename(new, to: target, for: path)
    } catch {
      // The first error is the one to tell; what could not be removed is swept by the next save.
      try? remove(new)
      throw error
    }
    if isDurable { try syncFolder(folder) }
  }

  /// Removes what a crash left half-made in a folder; only whoever holds the lock may call it.
  func sweep(_ folder: String) throws(VaultError) {
    for name in try names(in: folder)
    where Self.isUnfinished(name) {
      try remove("\(folder)/\(name)")
    }
  }

  /// Whether a name is that of a file that a crash left half-made.
  static func isUnfinished(_ name: String) -> Bool {
    name.hasPrefix(newPrefix) && name.hasSuffix(newSuffix)
  }

  /// A name that nobody can guess.
  func randomName() throws(VaultError) -> String {
    var number: UInt64 = 0
    try attempt(.open, "/dev/urandom") {
      withUnsafeMutableBytes(of: &number) { buffer in
        buffer.baseAddress.map { platform_random($0, buffer.count) } ?? 0
      }
    }
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func openNew(
    _ path: String, in folder: String, mode: UInt32
  ) throws(VaultError) -> (file: Int32, isNamed: Bool) {
    do throws(VaultError) {
      return (try attempt(.open, path) { platform_open_unnamed(folder, mode) }, false)
    } catch {
      guard error == .system(path: path, code: EOPNOTSUPP) else { throw error }
      return (try attempt(.open, path) { platform_open_new(path, mode) }, true)
    }
  }

  /// Where a path leads when every symbolic link of it is followed; itself where it leads nowhere.
  func resolved(_ path: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PLATFORM_PATH_LIMIT))
    guard platform_resolve(path, &buffer) == 0 else { return path }
    let end = buffer.firstIndex(of: 0) ?? buffer.endIndex
    return String(decoding: buffer[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
