import FoundationEssentials

/// The one fact that lies outside the seal: two letters for the country whose helplines are shown.
///
/// Help has to come before the passphrase. The person is told, and can leave the country out.
struct CountryFile {
  /// The folder of the vault; `nil` when no folder is known.
  var folder: String?

  /// The country's code; `nil` when none was told.
  func read() -> String? {
    guard let folder, let bytes = FileManager.default.contents(atPath: "\(folder)/country") else {
      return nil
    }
    let code = String(decoding: bytes.prefix(8), as: UTF8.self).trimmed
    return code.count == 2 && code.allSatisfy(\.isLetter) ? code : nil
  }

  /// Keeps the code, readable by the owner alone.
  ///
  /// - Throws: ``Failure`` when the file cannot be written.
  func write(_ code: String) throws {
    guard let folder, code.count == 2 else { return }
    let made = FileManager.default.createFile(
      atPath: "\(folder)/country", contents: Data("\(code)\n".utf8),
      attributes: [.posixPermissions: 0o600])
    guard made else {
      throw Failure(message: "the country could not be kept in \(folder)")
    }
  }
}
