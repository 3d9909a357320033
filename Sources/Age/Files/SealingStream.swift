/// Seals content that comes in pieces, with no more than one chunk of it in memory.
///
/// What each call returns is to be written out in this order:
///
/// ```swift
/// var stream = try SealingStream(to: [recipient])
/// while let piece = read() { write(try stream.seal(piece)) }
/// write(try stream.finish())
/// ```
///
/// It cannot be copied: two copies that went on differently would seal two contents under one key
/// and one number, which gives both away.
///
/// Source: age v1, “Payload”.
public struct SealingStream: ~Copyable {
  /// The bytes of the header, which differ between any two files ever written.
  public let headerBytes: [UInt8]

  private let payload: Payload
  private var unwritten: [UInt8]
  private var pending: [UInt8] = []
  private var index = 0

  /// Begins a file for public keys.
  ///
  /// - Parameters:
  ///   - recipients: Whoever may open it; at least one.
  ///   - extraStanzas: Entries for the header besides those of the recipients, made with the key
  ///     of the file at hand.
  /// - Throws: `AgeError.malformedRecipient` for a recipient that is no usable key.
  public init(
    to recipients: [X25519Recipient], extraStanzas: (FileKey) -> [Stanza] = { _ in [] }
  ) throws(AgeError) {
    self.init(try FileStart(to: recipients, extraStanzas: extraStanzas))
  }

  /// Begins a file under a passphrase alone.
  ///
  /// - Parameter passphrase: The passphrase that opens it, with the work it costs.
  /// - Throws: `AgeError.derivationFailed` when there is not enough memory for the work.
  public init(under passphrase: Passphrase) throws(AgeError) {
    self.init(try FileStart(under: passphrase))
  }

  private init(_ start: FileStart) {
    headerBytes = start.header
    payload = start.payload
    unwritten = start.encoded
  }

  /// Seals a piece.
  ///
  /// - Parameter piece: The next bytes of the content, as many as are at hand.
  /// - Returns: The next bytes of the file; often none, since chunks are sealed whole.
  /// - Throws: `AgeError.derivationFailed` when there is not enough memory.
  public mutating func seal(_ piece: [UInt8]) throws(AgeError) -> [UInt8] {
    var sealed: [UInt8] = []
    try seal(piece[...], into: &sealed)
    return sealed
  }

  /// Seals a piece and adds it to bytes of the file that are not written out yet.
  ///
  /// - Parameters:
  ///   - piece: The next bytes of the content, as many as are at hand.
  ///   - sealed: Gets the next bytes of the file behind what it holds.
  /// - Throws: `AgeError.derivationFailed` when there is not enough memory.
  public mutating func seal(
    _ piece: ArraySlice<UInt8>, into sealed: inout [UInt8]
  ) throws(AgeError) {
    sealed += unwritten
    unwritten = []
    var rest = piece
    // A chunk that is full is sealed only when more follows, since it could be the last.
    while pending.count + rest.count > Payload.chunkByteCount {
      let taken = rest.prefix(Payload.chunkByteCount - pending.count)
      rest = rest.dropFirst(taken.count)
      // A chunk that lies whole in the piece is not copied first.
      if pending.isEmpty {
        try payload.seal(taken, at: index, isLast: false, into: &sealed)
      } else {
        pending += taken
        try payload.seal(pending[...], at: index, isLast: false, into: &sealed)
        pending.removeAll(keepingCapacity: true)
      }
      index += 1
    }
    pending += rest
  }

  /// Seals what is left; without it the file cannot be opened.
  ///
  /// - Returns: The last bytes of the file.
  /// - Throws: `AgeError.derivationFailed` when there is not enough memory.
  public consuming func finish() throws(AgeError) -> [UInt8] {
    var sealed: [UInt8] = []
    try finish(into: &sealed)
    return sealed
  }

  /// Seals what is left and adds it to bytes of the file that are not written out yet.
  ///
  /// - Parameter sealed: Gets the last bytes of the file behind what it holds.
  /// - Throws: `AgeError.derivationFailed` when there is not enough memory.
  public consuming func finish(into sealed: inout [UInt8]) throws(AgeError) {
    sealed += unwritten
    try payload.seal(pending[...], at: index, isLast: true, into: &sealed)
  }
}
