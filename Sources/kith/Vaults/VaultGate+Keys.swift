import Coach
import Console
import JournalStorage

extension VaultGate {
  /// Asks for the passphrase and opens the key alone, for a vault whose journal may be damaged.
  ///
  /// - Throws: ``Failure`` when there is no vault or the passphrase is wrong, or `VaultError`.
  func unlockKey() throws -> VaultKey {
    guard try hasVault() else {
      throw Failure(message: "there is no journal yet", hint: "run 'kith' to begin")
    }
    return try withPassphrase { try Vault.key(of: try place(), passphrase: &$0) }
  }

  /// Does something with a file that may belong to another vault, and asks for its secret then.
  ///
  /// - Parameter attempt: Gets the secret; `nil` at first.
  /// - Returns: What the attempt gave.
  /// - Throws: What the attempt throws, or ``Interruption`` when the person left.
  func opening<Note>(_ attempt: (FileSecret?) throws -> Note) throws -> Note {
    do {
      return try attempt(nil)
    } catch let error as VaultError {
      guard case .otherVault(let path) = error else { throw error }
      return try attempt(try askSecret(of: path))
    }
  }

  /// Asks for what opens a file of another vault.
  ///
  /// - Parameter path: The file; a key file beside it is opened with its passphrase.
  /// - Returns: What was typed.
  /// - Throws: ``Interruption`` when the person left.
  private func askSecret(of path: String) throws -> FileSecret {
    try screen.say("That file belongs to another vault. Its passphrase or recovery code opens it.")
    let typed = try askPassphrase("\(screen.margin)Passphrase or recovery code of the file: ")
    guard !typed.isRecoveryCode else { return .recoveryCode(typed) }
    return .keyFile(path: KeyFileSearch.path(beside: path), passphrase: typed)
  }

  /// How much work trying a new passphrase shall cost.
  func chosenWorkFactor() throws -> Int {
    try host.workFactor ?? Vault.calibratedWorkFactor(clock: ContinuousClock())
  }
}

/// Finds the key that belongs to a journal file.
private enum KeyFileSearch {
  /// The key in the folder, or in the folder the file lies in.
  static func path(beside path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.count > 1, parts.last == "" { parts.removeLast() }
    let isFile = parts.last?.hasSuffix(".age") == true
    if isFile { parts.removeLast() }
    if isFile, parts.last == "backups" { parts.removeLast() }
    return parts.isEmpty ? "key.age" : parts.joined(separator: "/") + "/key.age"
  }
}
