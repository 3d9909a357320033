import Foundation
import Glibc
import JournalStorage

/// A file that is damaged where it lies, and whole again after each fault.
struct DamagedFile {
  /// What came of the faults.
  struct Count {
    var tried = 0
    var accepted = 0
    /// How many were called something else than damage.
    var misnamed = 0
    /// How many of the damaged files were written to or replaced.
    var rewritten = 0
  }

  private struct Refused: Error {}

  private let path: String
  private let bytes: [UInt8]
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    bytes = Array(try Data(contentsOf: URL(filePath: path)))
    descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refused() }
  }

  /// Flips one bit after another.
  func flip(
    from first: Int, by step: Int, opening open: () throws(VaultError) -> Void
  ) throws -> Count {
    var count = Count()
    for bit in stride(from: first, to: bytes.count * 8, by: step) {
      try write([bytes[bit / 8] ^ (1 << UInt8(bit % 8))], at: bit / 8)
      try judge(open, &count)
      try write([bytes[bit / 8]], at: bit / 8)
    }
    return count
  }

  /// Cuts the file off at one length after another, from the longest to none.
  func cut(
    from first: Int, by step: Int, opening open: () throws(VaultError) -> Void
  ) throws -> Count {
    var count = Count()
    for length in stride(from: bytes.count - 1 - first, through: 0, by: -step) {
      guard ftruncate(descriptor, length) == 0 else { throw Refused() }
      try judge(open, &count)
    }
    try write(bytes, at: 0)
    return count
  }

  /// Opens the damaged file and counts what happens.
  private func judge(_ open: () throws(VaultError) -> Void, _ count: inout Count) throws {
    let before = try status()
    count.tried += 1
    do throws(VaultError) {
      try open()
      count.accepted += 1
    } catch {
      if case .damaged(_, path: path, _) = error {} else { count.misnamed += 1 }
    }
    if try status() != before { count.rewritten += 1 }
  }

  /// The file that bears the name, its size and when it was last written.
  private func status() throws -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Refused() }
    return [
      Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
    ]
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws {
    let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, offset) }
    guard written == bytes.count else { throw Refused() }
  }
}
