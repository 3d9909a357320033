import Glibc

/// A folder that exists for one test; everything in it goes away with the last reference.
public final class TemporaryFolder {
  /// The folder's path.
  public let path: String

  /// Makes an empty folder that only this user may enter.
  ///
  /// - Throws: ``PtySession/Failure`` when the system refuses.
  public init() throws {
    var template = Array("/tmp/kith-tests-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw PtySession.Failure(description: "no temporary folder")
    }
    path = String(cString: made)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names in the folder, sorted.
  public var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - text: What it holds.
  ///   - name: Its name in the folder.
  /// - Throws: ``PtySession/Failure`` when it cannot be written.
  public func write(_ text: String, to name: String) throws {
    guard let file = fopen("\(path)/\(name)", "w") else {
      throw PtySession.Failure(description: "cannot write \(name)")
    }
    defer { fclose(file) }
    fputs(text, file)
  }

  /// Reads a file.
  ///
  /// - Parameter name: Its name in the folder.
  /// - Returns: What it holds.
  /// - Throws: ``PtySession/Failure`` when it cannot be read.
  public func text(of name: String) throws -> String {
    guard let file = fopen("\(path)/\(name)", "r") else {
      throw PtySession.Failure(description: "cannot read \(name)")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
