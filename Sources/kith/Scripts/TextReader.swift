import Glibc
import YarnCompiler

/// Reads text files, with a limit for all of them together, so that nothing fills the memory.
struct TextReader {
  /// How many bytes all files together may have.
  static let limit = 256 << 20

  private var remaining = limit

  /// Reads a whole file as UTF-8; a byte order mark is left out.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - allowsZeros: Whether a NUL byte is a character like others, as in somebody's own words.
  /// - Returns: The text.
  /// - Throws: ``FileRefusal``.
  mutating func text(
    of path: String, allowingZeros allowsZeros: Bool = false
  ) throws(FileRefusal) -> String {
    try text(in: try bytes(of: path), allowsZeros)
  }

  /// Reads standard input to its end, as a file is read.
  ///
  /// - Throws: ``FileRefusal``.
  mutating func input() throws(FileRefusal) -> String {
    try text(in: try bytes(from: STDIN_FILENO, expecting: 0), false)
  }

  private mutating func text(
    in all: [UInt8], _ allowsZeros: Bool
  ) throws(FileRefusal) -> String {
    var bytes = all
    remaining -= bytes.count
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if !allowsZeros, let zero = bytes.firstIndex(of: 0) {
      throw .binary(Self.location(of: zero, in: bytes))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.encodingFault(in: bytes)
    }
    return text
  }

  private func bytes(of path: String) throws(FileRefusal) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(Self.reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(Self.reason(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .folder
    default: throw .special
    }
    guard status.st_size <= remaining else { throw .tooLarge(limit: Self.limit) }
    return try bytes(from: descriptor, expecting: Int(status.st_size))
  }

  private func bytes(from descriptor: Int32, expecting size: Int) throws(FileRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .unreadable(Self.reason(errno))
      }
      bytes += buffer[..<count]
      guard bytes.count <= remaining else { throw .tooLarge(limit: Self.limit) }
    }
  }

  /// The system's words for an error, such as "permission denied".
  static func reason(_ error: Int32) -> String {
    String(cString: strerror(error)).lowercased()
  }
}

extension TextReader {
  private static func location(of offset: Int, in bytes: [UInt8]) -> Diagnostic.Location {
    let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[start..<offset], as: UTF8.self).utf16.count
    return Diagnostic.Location(line: line + 1, column: column + 1)
  }

  /// Finds the first bytes that are no UTF-8.
  private static func encodingFault(in bytes: [UInt8]) -> FileRefusal {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      offset += UTF8.width(scalar)
    }
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return .notUTF8(
      location(of: offset, in: bytes),
      line: String(
        decoding: bytes[max(start, offset - 500)..<min(end, offset + 500)], as: UTF8.self))
  }
}
