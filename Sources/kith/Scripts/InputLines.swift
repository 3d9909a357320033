import Glibc

/// The lines of standard input, read piece by piece, so that any amount can come.
struct InputLines {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  /// Makes a reader.
  ///
  /// - Parameter descriptor: Where lines come from.
  init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
  }

  /// The next line without its end, LF or CR LF; `nil` when there is none.
  ///
  /// Bytes that are no UTF-8 become U+FFFD.
  mutating func next() -> String? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return text(start..<end)
      }
      searched = buffer.count
      if hasEnded {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return text(start..<buffer.count)
      }
      searched -= start
      buffer.removeFirst(start)
      start = 0
      fill()
    }
  }

  private func text(_ range: Range<Int>) -> String {
    let line = buffer[range]
    let hasReturn = line.last == UInt8(ascii: "\r")
    return String(decoding: hasReturn ? line.dropLast() : line, as: UTF8.self)
  }

  private mutating func fill() {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { hasEnded = true } else { buffer += piece[..<count] }
      return
    }
  }
}
