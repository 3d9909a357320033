/// What a person can hold to open a file.
public enum Identity: Sendable {
  /// A secret key.
  case x25519(X25519Identity)

  /// A passphrase.
  case passphrase(Passphrase)

  /// Looks for the file key in a stanza; `nil` when the stanza is for somebody else.
  func unwrap(_ stanza: Stanza) throws(AgeError) -> FileKey? {
    switch self {
    case .x25519(let identity): try identity.unwrap(stanza)
    case .passphrase(let passphrase): try passphrase.unwrap(stanza)
    }
  }
}
