extension Disk {
  /// Copies a file piece by piece, and proves that the copy is the same.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - start: What it has to begin with, as the file that is meant does.
  ///   - path: The copy to make or to replace.
  /// - Throws: `.writtenWrongly` when the file is another one, or changed meanwhile; what the first
  ///   call that failed means.
  func copy(_ source: String, beginning start: [UInt8], to path: String) throws(VaultError) {
    guard try begins(source, with: start) ?? false else { throw .writtenWrongly(path: source) }
    try replace(path) { (copy) throws(VaultError) in
      _ = try reading(source) { (original, _) throws(VaultError) in
        try original.forEachPiece { (piece) throws(VaultError) in
          try copy.write(piece)
          return true
        }
      }
    } proving: { (copy) throws(VaultError) in
      var other = [UInt8](repeating: 0, count: OpenFile.pieceByteCount)
      let isSame = try reading(source) { (original, _) throws(VaultError) in
        try original.forEachPiece { (piece) throws(VaultError) in
          let count = try copy.read(into: &other)
          return piece.isSame(as: other[..<count])
        }
      }
      guard isSame == true else { return false }
      return try copy.read(into: &other) == 0
    }
  }
}
