/// Opens a file that comes in pieces, with no more than its header or one chunk of it in memory.
///
/// ```swift
/// var stream = OpeningStream(identities: [.x25519(identity)])
/// while let piece = read() { use(try stream.open(piece)) }
/// use(try stream.finish())
/// ```
///
/// Every byte that is returned is proven to be as it was written. That nothing is missing at the
/// end is proven by `finish()` alone.
///
/// Source: age v1, “Payload”.
public struct OpeningStream: ~Copyable {
  private enum Stage {
    case header(HeaderCollector)
    case payload(Payload)
    case failed(AgeError)
  }

  private let identities: [Identity]
  private var stage = Stage.header(HeaderCollector())
  private(set) var pending: [UInt8] = []
  private var index = 0

  /// The stanzas and the key of the file, once its header is proven.
  public private(set) var opened: (stanzas: [Stanza], fileKey: FileKey)?

  /// Begins to open a file.
  ///
  /// - Parameter identities: The keys and passphrases to try, in this order.
  public init(identities: [Identity]) {
    self.identities = identities
  }

  /// Opens a piece.
  ///
  /// - Parameter piece: The next bytes of the file, without armor, as many as are at hand.
  /// - Returns: The next bytes of the content; often none, since chunks are opened whole.
  /// - Throws: `AgeError` as `AgeFile` does, once all that was proven before is given out, and
  ///   again with every call after.
  public mutating func open(_ piece: [UInt8]) throws(AgeError) -> [UInt8] {
    var plaintext: [UInt8] = []
    try open(piece[...], into: &plaintext)
    return plaintext
  }

  /// Opens a piece and adds it to what is open already.
  ///
  /// - Parameters:
  ///   - piece: The next bytes of the file, without armor, as many as are at hand.
  ///   - plaintext: Gets the next bytes of the content behind what it holds.
  /// - Throws: `AgeError` as `open(_:)` does.
  public mutating func open(
    _ piece: ArraySlice<UInt8>, into plaintext: inout [UInt8]
  ) throws(AgeError) {
    do throws(AgeError) {
      try take(piece, into: &plaintext)
    } catch {
      stage = .failed(error)
      pending = []
      throw error
    }
  }

  /// Opens what is left.
  ///
  /// - Returns: The last bytes of the content.
  /// - Throws: `AgeError` when the file is not whole, or failed before.
  public consuming func finish() throws(AgeError) -> [UInt8] {
    var plaintext: [UInt8] = []
    try finish(into: &plaintext)
    return plaintext
  }

  /// Opens what is left and adds it to what is open already.
  ///
  /// - Parameter plaintext: Gets the last bytes of the content behind what it holds.
  /// - Throws: `AgeError` when the file is not whole, or failed before.
  public consuming func finish(into plaintext: inout [UInt8]) throws(AgeError) {
    switch stage {
    case .failed(let error): throw error
    case .payload(let payload):
      try payload.openLast(pending[...], at: index, into: &plaintext)
    case .header(let collector):
      try Header.checkVersion(collector.bytes)
      let header = try Header(parsing: collector.bytes)
      _ = try proven(header)
      throw .malformedHeader(.nonce)
    }
  }

  private mutating func take(
    _ piece: ArraySlice<UInt8>, into plaintext: inout [UInt8]
  ) throws(AgeError) {
    switch stage {
    case .failed(let error): throw error
    case .payload(let payload): try take(piece, of: payload, into: &plaintext)
    case .header(var collector):
      // Given back at once, so that the bytes are not copied for want of a sole owner.
      stage = .header(HeaderCollector())
      guard let rest = try collector.add(piece) else {
        stage = .header(collector)
        return
      }
      let payload = try payload(after: collector.bytes)
      stage = .payload(payload)
      try take(rest, of: payload, into: &plaintext)
    }
  }

  private mutating func payload(after start: [UInt8]) throws(AgeError) -> Payload {
    let header = try Header(parsing: start)
    let fileKey = try proven(header)
    opened = (header.stanzas, fileKey)
    return Payload(key: fileKey.payloadKey(nonce: Array(start.suffix(AgeFile.nonceByteCount))))
  }

  private func proven(_ header: Header) throws(AgeError) -> FileKey {
    let fileKey = try header.fileKey(with: identities)
    guard fileKey.isValid(header.code, ofHeader: header.covered) else { throw .alteredHeader }
    return fileKey
  }

  private mutating func take(
    _ piece: ArraySlice<UInt8>, of payload: Payload, into plaintext: inout [UInt8]
  ) throws(AgeError) {
    let before = plaintext.count
    var rest = piece
    // A chunk that is full is opened only when more follows, since it could be the last.
    while pending.count + rest.count > Payload.sealedByteCount {
      let taken = rest.prefix(Payload.sealedByteCount - pending.count)
      rest = rest.dropFirst(taken.count)
      // A chunk that lies whole in the piece is not copied first.
      let chunk = pending.isEmpty ? taken : (pending + taken)[...]
      pending.removeAll(keepingCapacity: true)
      do throws(AgeError) {
        try payload.openNext(chunk, at: index, into: &plaintext)
      } catch  where plaintext.count == before {
        throw error
      } catch {
        stage = .failed(error)
        return
      }
      index += 1
    }
    pending += rest
  }
}
