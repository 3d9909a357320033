import Glibc

/// What another program hands over on standard input, up to a size that still is a note.
struct PipedText {
  /// More than anybody writes in one go; `kith import` is for whole journals.
  static let limit = 1 << 20

  let descriptor: Int32

  /// Reads to the end.
  ///
  /// - Throws: ``Failure`` when there is more than ``limit`` or the input cannot be read.
  func bytes() throws -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(message: "standard input cannot be read") }
      if count == 0 { return all }
      all += piece[..<count]
      guard all.count <= Self.limit else {
        throw Failure(
          message: "this is more than a note can hold, which is 1 MB; nothing was kept",
          hint: "'kith import' takes whole journals")
      }
    }
  }
}
