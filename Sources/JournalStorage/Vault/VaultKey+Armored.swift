extension VaultKey {
  /// The key file in letters and digits, for a sheet of paper.
  ///
  /// Without the passphrase it opens nothing. The copy is taken where the key file is damaged.
  ///
  /// - Returns: Lines of at most 64 columns between two marks.
  /// - Throws: `VaultError.missing` or `.damaged` when neither file is whole, and `.unreadable`.
  public func armoredKey() throws(VaultError) -> String {
    var first: VaultError?
    for path in [place.key, place.keyCopy] {
      let bytes = try disk.contents(of: path, limit: 1 << 20)
      let fault = KeyFile.fault(of: bytes, path: path)
      if let bytes, fault == nil { return KeyFile.armored(bytes) }
      first = first ?? fault
    }
    throw first ?? .missing(.key, path: place.key)
  }
}
