import Age
import FoundationEssentials
import Glibc

/// A program that seals and opens files for the comparison with other age programs.
///
/// Each line of the input is one task of tab-separated words: what to do (`seal-to`, `seal-under`,
/// `open-with`, `open-under`), the key or passphrase, the size of the pieces (0 for all at once),
/// `armored` or `plain`, the file to read and the file to write. The answer is `ok` or the error.
@main struct AgeDriver {
  private struct Malformed: Error {}

  static func main() {
    while let line = readLine() {
      do {
        try AgeDriver(line).run()
        answer("ok")
      } catch {
        answer("error: \(error)")
      }
    }
  }

  private static func answer(_ text: String) {
    print(text)
    fflush(nil)
  }

  private let words: [String]
  private let pieceCount: Int

  private init(_ line: String) throws {
    words = line.split(separator: "\t").map(String.init)
    guard words.count == 6, let count = Int(words[2]) else { throw Malformed() }
    pieceCount = count
  }

  private var isArmored: Bool { words[3] == "armored" }

  private func run() throws {
    let content = Array(try Data(contentsOf: URL(filePath: words[4])))
    let made = try words[0].hasPrefix("seal") ? sealed(content) : opened(content)
    try Data(made).write(to: URL(filePath: words[5]))
  }

  private func passphrase() -> Passphrase { Passphrase(Array(words[1].utf8), workFactor: 12) }

  private func sealed(_ content: [UInt8]) throws -> [UInt8] {
    guard pieceCount > 0 else {
      let file =
        try words[0] == "seal-under"
        ? AgeFile.encrypt(content, under: passphrase())
        : AgeFile.encrypt(content, to: [X25519Recipient(string: words[1])])
      return isArmored ? Armor.encode(file) : file
    }
    var stream =
      try words[0] == "seal-under"
      ? SealingStream(under: passphrase())
      : SealingStream(to: [X25519Recipient(string: words[1])])
    var armor = Armor.Encoder()
    var file: [UInt8] = []
    for piece in pieces(of: content) {
      let sealed = try stream.seal(piece)
      file += isArmored ? armor.encode(sealed) : sealed
    }
    let last = try stream.finish()
    return isArmored ? file + armor.encode(last) + armor.finish() : file + last
  }

  private func opened(_ file: [UInt8]) throws -> [UInt8] {
    let identity: Identity =
      try words[0] == "open-under"
      ? .passphrase(passphrase()) : .x25519(X25519Identity(string: words[1]))
    guard pieceCount > 0 else {
      return try AgeFile.decrypt(isArmored ? Armor.decode(file) : file, with: identity)
    }
    var stream = OpeningStream(identities: [identity])
    var armor = Armor.Decoder()
    var content: [UInt8] = []
    for piece in pieces(of: file) {
      content += try stream.open(isArmored ? armor.decode(piece) : piece)
    }
    if isArmored { try armor.finish() }
    return content + (try stream.finish())
  }

  private func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: pieceCount).map {
      Array(bytes[$0..<min($0 + pieceCount, bytes.count)])
    }
  }
}
