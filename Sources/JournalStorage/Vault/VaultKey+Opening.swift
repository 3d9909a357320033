import Age

extension VaultKey {
  /// Opens the key of a vault with what the person typed.
  init(
    opening place: VaultPlace, with typed: [UInt8], on disk: Disk
  ) throws(VaultError) {
    if let code = Self.recoveryCode(in: typed) {
      do throws(AgeError) {
        self.init(
          place: place, identities: [try X25519Identity(string: code)], disk: disk,
          isRecovery: true)
        return
      } catch {
        throw .wrongRecoveryCode
      }
    }
    do throws(VaultError) {
      let identities = try Self.open(place.key, with: typed, on: disk)
      self.init(place: place, identities: identities, disk: disk)
    } catch {
      guard error.kind == .damaged else { throw error }
      self = try Self.fromCopy(at: place, with: typed, on: disk, after: error)
    }
  }

  /// Opens the copy of a key that is missing, damaged or an older one.
  static func fromCopy(
    at place: VaultPlace, with typed: [UInt8], on disk: Disk, after first: VaultError
  ) throws(VaultError) -> VaultKey {
    do throws(VaultError) {
      let identities = try open(place.keyCopy, with: typed, on: disk)
      return VaultKey(
        place: place, identities: identities, disk: disk,
        notices: [.keyOpenedFromCopy(path: place.key)])
    } catch {
      throw error == .wrongPassphrase && first.kind == .damaged ? error : first
    }
  }

  /// Opens a key file.
  static func open(
    _ path: String, with typed: [UInt8], on disk: Disk
  ) throws(VaultError) -> [X25519Identity] {
    guard let bytes = try disk.contents(of: path, limit: 1 << 20) else {
      throw .missing(.key, path: path)
    }
    return try KeyFile.open(
      bytes, with: Passphrase(typed, workFactor: Vault.lowestWorkFactor), path: path)
  }

  /// Refuses a recovery code where a passphrase is to be kept.
  ///
  /// What begins like one is never tried as a passphrase, so nobody could open a vault with it.
  static func refuseRecoveryCode(_ passphrase: [UInt8]) throws(VaultError) {
    guard recoveryCode(in: passphrase) == nil else { throw .recoveryCodeForPassphrase }
  }

  /// Finds a recovery code in what was typed, whatever the spaces and the size of the letters.
  static func recoveryCode(in typed: [UInt8]) -> String? {
    let code = String(decoding: typed.filter { $0 > 32 }, as: UTF8.self).uppercased()
    return code.hasPrefix("AGE-SECRET-KEY-1") ? code : nil
  }
}

extension FileSecret {
  /// The keys it holds.
  func identities(on disk: Disk) throws(VaultError) -> [X25519Identity] {
    switch self {
    case .keyFile(let path, let passphrase):
      return try VaultKey.open(path, with: passphrase, on: disk)
    case .recoveryCode(let typed):
      guard let code = VaultKey.recoveryCode(in: typed) else { throw .wrongRecoveryCode }
      do throws(AgeError) {
        return [try X25519Identity(string: code)]
      } catch {
        throw .wrongRecoveryCode
      }
    }
  }
}
