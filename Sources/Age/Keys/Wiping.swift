import FoundationEssentials
import Glibc

extension [UInt8] {
  /// Overwrites the bytes with zeros and forgets them, where no other copy shares their memory.
  ///
  /// The call is one that the optimiser may not leave out. Copies that the language or a library
  /// made on the way are out of reach.
  mutating func wipe() {
    withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
    }
    removeAll()
  }
}

extension Data {
  /// Overwrites the bytes with zeros and forgets them, where no other copy shares their memory.
  mutating func wipe() {
    withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
    }
    removeAll()
  }
}
