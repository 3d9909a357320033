/// What can be wrong with an age file, a key or a passphrase.
///
/// The cases say which layer refused, so that a damaged file is never mistaken for a wrong
/// passphrase. None of them carries any part of the plaintext.
public enum AgeError: Error, Equatable, Sendable {
  /// The bytes do not begin as an age file does.
  case notAge

  /// The file is of an age version that this program does not read.
  case unsupportedVersion

  /// The header breaks a rule of the format.
  case malformedHeader(HeaderFault)

  /// The header's code does not fit: the header was altered after it was written.
  case alteredHeader

  /// None of the identities opens any of the file's stanzas.
  ///
  /// For a file under a passphrase this is what a wrong passphrase looks like.
  case noMatch

  /// The passphrase stanza asks for more work, and so more memory, than is allowed.
  case workFactorTooHigh(found: Int, limit: Int)

  /// The passphrase could not be turned into a key, for want of memory.
  case derivationFailed

  /// The payload is cut short, altered or followed by something else.
  case malformedPayload(PayloadFault)

  /// The armor breaks a rule at this line of it, counted from 1.
  case malformedArmor(line: Int)

  /// A string is not an age secret key.
  case malformedIdentity

  /// A string is not an age recipient.
  case malformedRecipient
}

/// The rules of the header that a file can break.
public enum HeaderFault: Equatable, Sendable {
  /// A line ends before it is whole.
  case truncated

  /// The header is longer than any that is in use.
  case tooLong

  /// There are more stanzas than are in use.
  case tooManyStanzas

  /// A line is neither a stanza nor the code that ends the header.
  case unexpectedLine

  /// A stanza has no type, an empty argument or a character that is not allowed in one.
  case argument

  /// A stanza's body or a field of it is not canonical base64, or is of the wrong length.
  case encoding

  /// A known stanza has the wrong number or form of arguments.
  case stanza(type: String)

  /// A passphrase stanza stands beside other stanzas.
  case passphraseNotAlone

  /// The sender's share gives a secret that is zero for everyone.
  case lowOrderShare

  /// The nonce that follows the header is cut short.
  case nonce
}

/// The ways in which a payload can fail to open.
public enum PayloadFault: Equatable, Sendable {
  /// There is no chunk, or the last one has no room for its tag.
  case truncated

  /// This chunk, counted from 0, was altered, moved, or is not the last when it should be.
  case chunk(Int)

  /// The last chunk is empty although others come before it.
  case emptyLastChunk
}
