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
