import Glibc

/// Replaces files whole or not at all.
enum AtomicFile {
  /// Writes a text in place of a file's.
  ///
  /// The text goes to a new file beside it, which then takes its name, so nobody ever sees half of
  /// it. The permissions stay, and a link stays a link. What is no plain file, such as a pipe or
  /// a device, is written to as it is.
  ///
  /// - Parameters:
  ///   - text: All that the file is to hold.
  ///   - path: Where it lies.
  ///   - newMode: The permissions of a file that was not there before.
  /// - Throws: ``Failure`` with the reason of the system.
  static func write(_ text: String, to path: String, newMode: mode_t = 0o666) throws {
    let target = resolved(path)
    let temporary = "\(target).kith-\(getpid())"
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return try append(text, to: target) }
    let mode = exists ? status.st_mode & 0o7777 : nil
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, newMode)
    guard descriptor >= 0 else { throw refusal(path) }
    do {
      if let mode { fchmod(descriptor, mode) }
      try writeAll(Array(text.utf8), to: descriptor, path)
      guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, target) == 0 else {
        throw refusal(path)
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func append(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(path) }
    try writeAll(Array(text.utf8), to: descriptor, path)
    close(descriptor)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = refusal(path)
        close(descriptor)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
  }

  /// The path behind a link; the path itself when there is none.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func refusal(_ path: String) -> Failure {
    Failure(
      message: "'\(path)' cannot be written: \(TextReader.reason(errno))",
      hint: "nothing of it was changed")
  }
}
