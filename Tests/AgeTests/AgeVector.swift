import Age
import Foundation

/// One of the official test vectors of the age format.
struct AgeVector: Sendable, CustomStringConvertible {
  let name: String
  let fields: [(key: String, value: String)]
  let file: [UInt8]

  var description: String { name }

  /// The folder of the vectors: below `KITH_SUITES`, or beside the package.
  static let folder: URL = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let suites =
      ProcessInfo.processInfo.environment["KITH_SUITES"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/suites")
    return suites.appending(path: "age")
  }()

  /// Every vector in the folder but those for recipients this module does not have.
  static let all: [AgeVector] = {
    // Without the folder there is nothing to run; the suite is disabled then.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0 != "README.md" && !$0.contains("hybrid") }
      .compactMap { AgeVector(named: $0) }
  }()

  init?(named name: String) {
    // A vector that cannot be read or unpacked shows as a wrong number of vectors.
    guard let bytes = try? Data(contentsOf: Self.folder.appending(path: name)),
      let end = bytes.range(of: Data("\n\n".utf8))
    else { return nil }
    self.name = name
    fields = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\n")
      .compactMap { line in
        guard let colon = line.range(of: ": ") else { return nil }
        return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
      }
    let rest = Array(bytes[end.upperBound...])
    guard fields.contains(where: { $0.key == "compressed" }) else {
      file = rest
      return
    }
    guard let unpacked = try? Inflate.zlib(rest) else { return nil }
    file = unpacked
  }

  subscript(key: String) -> String? {
    fields.first { $0.key == key }?.value
  }

  /// Everything the vector gives to open the file with.
  func identities() throws -> [Identity] {
    try fields.compactMap { field in
      switch field.key {
      case "identity": .x25519(try X25519Identity(string: field.value))
      case "passphrase": .passphrase(Passphrase(Array(field.value.utf8), workFactor: 10))
      default: nil
      }
    }
  }
}
