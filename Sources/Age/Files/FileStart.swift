/// What a new file begins with, and the key for all that follows.
struct FileStart {
  /// The header.
  let header: [UInt8]

  /// The header and the nonce.
  let encoded: [UInt8]

  let payload: Payload

  /// Begins a file for public keys.
  init(
    to recipients: [X25519Recipient], extraStanzas: (FileKey) -> [Stanza]
  ) throws(AgeError) {
    precondition(!recipients.isEmpty, "a file is sealed to somebody")
    let fileKey = FileKey.random()
    var stanzas: [Stanza] = []
    for recipient in recipients { stanzas.append(try recipient.wrap(fileKey)) }
    self.init(stanzas: stanzas + extraStanzas(fileKey), fileKey: fileKey)
  }

  /// Begins a file under a passphrase, which has to stand alone.
  init(under passphrase: Passphrase) throws(AgeError) {
    let fileKey = FileKey.random()
    self.init(stanzas: [try passphrase.wrap(fileKey)], fileKey: fileKey)
  }

  private init(stanzas: [Stanza], fileKey: FileKey) {
    let header = Header(stanzas: stanzas, fileKey: fileKey)
    let nonce = AgeFile.nonce(for: header)
    self.header = header.encoded
    encoded = self.header + nonce
    payload = Payload(key: fileKey.payloadKey(nonce: nonce))
  }
}
