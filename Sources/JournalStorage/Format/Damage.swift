import Age

/// In what way a file is damaged.
public enum Damage: Equatable, Sendable {
  /// There is nothing in it.
  case empty
  /// It is something else altogether.
  case otherFile
  /// Its end is gone.
  case truncated
  /// Its header, without which nothing of it opens, was altered.
  case header
  /// Pieces of 64 KiB were altered, moved or repeated; they are counted from 1.
  case altered(pieces: [Int])
  /// It opens, but what it holds is not what it says of itself.
  case content
  /// It asks for more work than a passphrase may cost, which would take all memory.
  case tooMuchWork
}

extension Damage {
  /// What the header of a file tells.
  init(_ error: AgeError, of bytes: [UInt8]) {
    switch error {
    case _ where bytes.isEmpty: self = .empty
    case .notAge, .unsupportedVersion:
      let start = Array("age-encryption.org/v1\n".utf8)
      self = start.starts(with: bytes) ? .truncated : .otherFile
    case .malformedHeader(.truncated), .malformedHeader(.nonce): self = .truncated
    case .workFactorTooHigh: self = .tooMuchWork
    case .malformedPayload(.truncated): self = .truncated
    case .malformedPayload: self = .altered(pieces: [1])
    case .malformedHeader, .alteredHeader, .noMatch, .derivationFailed, .malformedArmor,
      .malformedIdentity, .malformedRecipient:
      self = .header
    }
  }
}
