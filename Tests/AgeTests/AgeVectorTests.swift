import Age
import Crypto
import Foundation
import Testing

@Suite(.enabled(if: !AgeVector.all.isEmpty, "the official suites are not at hand"))
struct `The official age vectors` {
  @Test func `are all there`() {
    #expect(AgeVector.all.count == 124)
  }

  @Test(arguments: AgeVector.all)
  func `come out as they say`(vector: AgeVector) throws {
    let expected = try #require(vector["expect"])

    #expect(try outcome(of: vector) == expected)
  }

  @Test(arguments: AgeVector.all)
  func `come out alike in pieces`(vector: AgeVector) throws {
    let expected = try #require(vector["expect"])

    for pieceCount in [61, 65_536] {
      let (outcome, content) = try read(vector, inPiecesOf: pieceCount)
      #expect(outcome == expected)
      guard let digest = vector["payload"] else { continue }
      let isHeldBack = Self.heldBack.contains(vector.name)
      let next = try isHeldBack ? salvagedChunk(of: vector, after: content.count) : []
      #expect(hex(SHA256.hash(data: content + next)) == digest)
    }
  }

  /// Vectors whose last sound chunk other programs give out before they see that the file is not
  /// whole; a stream here holds it back, and salvage gives it.
  private static let heldBack: Set = [
    "armor_garbage_encoded", "stream_no_final_full", "stream_no_final_two_chunks_full",
    "stream_trailing_garbage_long", "stream_trailing_garbage_short", "stream_two_final_chunks",
    "stream_two_final_chunks_full", "stream_two_final_chunks_second",
  ]

  private func salvagedChunk(of vector: AgeVector, after count: Int) throws -> [UInt8] {
    let file = try vector["armored"] == nil ? vector.file : Armor.decode(vector.file)
    let pieces = try AgeFile(file).open(with: vector.identities()).salvage()
    return try #require(pieces[count / 65_536])
  }

  /// What opening a vector in pieces comes to, and what was given out until then.
  private func read(
    _ vector: AgeVector, inPiecesOf pieceCount: Int
  ) throws -> (outcome: String, content: [UInt8]) {
    var content: [UInt8] = []
    do {
      var decoder = Armor.Decoder()
      var stream = try OpeningStream(identities: vector.identities())
      for piece in vector.file.pieces(of: pieceCount) {
        content += try stream.open(vector["armored"] == nil ? piece : decoder.decode(piece))
      }
      if vector["armored"] != nil { try decoder.finish() }
      content += try stream.finish()
      return ("success", content)
    } catch let error as AgeError {
      return (error.layer, content)
    }
  }

  private func outcome(of vector: AgeVector) throws -> String {
    do {
      let file = try vector["armored"] == nil ? vector.file : Armor.decode(vector.file)
      let plaintext = try AgeFile(file).open(with: vector.identities()).plaintext()
      let digest = hex(SHA256.hash(data: plaintext))
      return digest == vector["payload"] ? "success" : "other content"
    } catch let error as AgeError {
      return error.layer
    }
  }

  private func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String(format: "%02x", $0) }.joined()
  }
}

extension AgeError {
  /// The layer that refused, in the words of the vectors.
  fileprivate var layer: String {
    switch self {
    case .notAge, .unsupportedVersion, .malformedHeader, .workFactorTooHigh, .derivationFailed:
      "header failure"
    case .alteredHeader: "HMAC failure"
    case .noMatch: "no match"
    case .malformedPayload: "payload failure"
    case .malformedArmor: "armor failure"
    case .malformedIdentity, .malformedRecipient: "key failure"
    }
  }
}
