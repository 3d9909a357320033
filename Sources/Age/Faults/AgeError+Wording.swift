extension AgeError: CustomStringConvertible {
  /// One line for people: what is wrong, and what to do about it where something can be done.
  public var description: String {
    switch self {
    case .notAge:
      "not an age file: the first line is missing"
    case .unsupportedVersion:
      "an age file of a version this program does not read; use a newer program"
    case .malformedHeader(let fault):
      "the header of the age file is damaged: \(fault.description)"
    case .alteredHeader:
      "the header of the age file was altered after it was written; use a copy"
    case .noMatch:
      "no key or passphrase given opens the age file"
    case .workFactorTooHigh(let found, let limit):
      "the passphrase stanza asks for 2^\(found) rounds of work; at most 2^\(limit) are allowed"
    case .derivationFailed:
      "there is not enough memory to turn the passphrase into a key; close other programs"
    case .malformedPayload(let fault):
      "the content of the age file is damaged: \(fault.description); use a copy"
    case .malformedArmor(let line):
      "the armor of the age file is damaged at its line \(line)"
    case .malformedIdentity:
      "not an age secret key; it starts with AGE-SECRET-KEY-1 and every letter of it counts"
    case .malformedRecipient:
      "not an age recipient; it starts with age1 and every letter of it counts"
    }
  }
}

extension HeaderFault: CustomStringConvertible {
  /// The broken rule in a few words.
  public var description: String {
    switch self {
    case .truncated: "it is cut short"
    case .tooLong: "it is longer than \(Header.byteLimit) bytes"
    case .tooManyStanzas: "it has more than \(Header.stanzaLimit) stanzas"
    case .unexpectedLine: "a line has no meaning in a header"
    case .argument: "a stanza has a bad argument"
    case .encoding: "a field is not canonical base64"
    case .stanza(let type): "a stanza of type \(type) has the wrong form"
    case .passphraseNotAlone: "a passphrase stanza stands beside others"
    case .lowOrderShare: "a share gives no secret"
    case .nonce: "the nonce after it is cut short"
    }
  }
}

extension PayloadFault: CustomStringConvertible {
  /// The fault in a few words.
  public var description: String {
    switch self {
    case .truncated: "it is cut short"
    case .chunk(let index): "its chunk \(index + 1) does not fit"
    case .emptyLastChunk: "its last chunk is empty"
    }
  }
}
