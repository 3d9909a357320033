extension Header {
  /// Finds the file key with the first identity that fits a stanza.
  ///
  /// - Throws: `AgeError.noMatch` when none does, and what is wrong with a stanza that was meant
  ///   for one of them.
  func fileKey(with identities: [Identity]) throws(AgeError) -> FileKey {
    for identity in identities {
      for stanza in stanzas {
        if let fileKey = try identity.unwrap(stanza) { return fileKey }
      }
    }
    throw .noMatch
  }
}
