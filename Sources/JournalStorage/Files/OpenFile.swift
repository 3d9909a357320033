import CPlatform

/// A file that is open, and is written or read piece by piece, so that no more than a piece of it
/// has to be in memory.
struct OpenFile {
  /// The number of bytes of a piece: few enough to stay in the fast memory of a processor, and
  /// enough that a call to the system for each of them costs next to nothing.
  static let pieceByteCount = 1 << 18

  let disk: Disk

  /// The number by which the system knows it.
  let number: Int32

  /// The name it has or is going to get.
  let name: String

  /// The path to name when a call fails.
  let path: String

  /// Writes bytes behind those that were written before.
  func write(_ bytes: ArraySlice<UInt8>) throws(VaultError) {
    try disk.attempt(.write, path) {
      bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { platform_write(number, $0, buffer.count) } ?? 0
      }
    }
    disk.witness(.written(name, bytes))
  }

  /// Goes back to the first byte.
  func rewind() throws(VaultError) {
    try disk.attempt(.read, path) { platform_rewind(number) }
  }

  /// Reads the next bytes to the beginning of a buffer; only at the end of the file are there
  /// fewer than the buffer holds.
  ///
  /// - Returns: How many there were.
  func read(into buffer: inout [UInt8]) throws(VaultError) -> Int {
    let got = buffer.withUnsafeMutableBytes { buffer in
      buffer.baseAddress.map { platform_read(number, $0, buffer.count) } ?? 0
    }
    return Int(try disk.attempt(.read, path) { got })
  }

  /// Reads up to a number of bytes.
  func read(_ count: Int) throws(VaultError) -> [UInt8] {
    var got: Int64 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      got = buffer.baseAddress.map { platform_read(number, $0, count) } ?? 0
      filled = max(0, Int(got))
    }
    try disk.attempt(.read, path) { got }
    return bytes
  }

  /// Reads piece by piece up to the end.
  ///
  /// - Parameter body: Gets each piece, and says whether to go on.
  /// - Returns: Whether the end was reached.
  /// - Throws: What keeps the file from being read, and what the body throws.
  func forEachPiece(
    _ body: (ArraySlice<UInt8>) throws(VaultError) -> Bool
  ) throws(VaultError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: Self.pieceByteCount)
    while true {
      let count = try read(into: &buffer)
      guard count > 0 else { return true }
      guard try body(buffer[..<count]) else { return false }
      if count < buffer.count { return true }
    }
  }
}
