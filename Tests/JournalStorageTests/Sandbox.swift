import Age
import Coach
import Foundation
import Questionnaires

@testable import JournalStorage

/// A folder for one test, gone with it, and the values the tests share.
final class Sandbox: Sendable {
  let root: String
  let place: VaultPlace

  /// Work that takes no time, since nothing here has to resist guessing.
  static let workFactor = 2
  static let now = LocalTime(epochSeconds: 1_795_000_000)
  static let phrase = "lemon stair cloud paper violin otter"

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/kith-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    place = VaultPlace(directory: root + "/vault", stateDirectory: root + "/state", device: "desk")
  }

  deinit {
    // A folder that cannot be removed is left to the system's temporary folder.
    try? FileManager.default.removeItem(atPath: root)
  }

  func create(on disk: Disk = Disk()) throws(VaultError) -> Vault {
    var typed = Array(Self.phrase.utf8)
    return try Vault.create(
      at: place, passphrase: &typed, workFactor: Self.workFactor, on: disk)
  }

  func unlock(
    _ phrase: String = Sandbox.phrase, accepting generation: Int? = nil, on disk: Disk = Disk()
  ) throws(VaultError) -> Vault {
    var typed = Array(phrase.utf8)
    return try Vault.unlock(
      place, passphrase: &typed, acceptedGeneration: generation, on: disk)
  }

  func contents(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  func put(_ bytes: [UInt8], at path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// The file that a journal is written to.
  func sealed(_ text: JournalText, with identity: X25519Identity) throws -> [UInt8] {
    let path = "\(root)/sealed"
    _ = try JournalFile.write(
      text, to: path, with: identity, device: place.device, on: Disk())
    defer { unlink(path) }
    return try contents(path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: path)
  }

  /// Every file below the folder.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root).map { "\(root)/\($0)" }
      .filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }.sorted()
  }

  func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}

extension Vault {
  /// The same vault on another disk.
  func on(_ disk: Disk) -> Vault {
    Vault(
      key: VaultKey(place: place, identities: key.identities, disk: disk), journal: journal)
  }
}

extension VaultError {
  /// Whether a file is called damaged, in whatever way.
  func isDamage(of part: VaultPart) -> Bool {
    if case .damaged(part, _, _) = self { true } else { false }
  }
}

/// Gives the error that a call ends with; a success is a fault of the test.
func fault<Value>(of body: () throws(VaultError) -> Value) -> VaultError? {
  do throws(VaultError) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

extension Record {
  /// A note with an id made of a number.
  static func note(_ number: Int, _ text: String = "a quiet day", rev: Int = 1) -> Record {
    Record(
      id: .id(number), rev: rev, kind: .note,
      at: LocalTime(epochSeconds: 1_794_000_000 + number), tz: "Europe/Paris",
      body: Entry(notes: [
        Note(prompt: "I01", question: "What was good?", text: PrivateText(text))
      ]))
  }

  /// A note that came through the inbox, where it may have had another number.
  static func captured(_ number: Int, _ text: String, at original: Int? = nil) -> Record {
    var record = note(original ?? number, text)
    record.id = .id(number)
    record.body?.captured = true
    return record
  }

  /// The words of a note.
  var words: String? { body?.notes.first?.text.plaintext }
}

extension Draft {
  /// A draft with an id made of a number.
  static func sitting(_ number: Int, replies: [String] = []) -> Draft {
    Draft(
      id: .id(number), agenda: .checkIn, content: "test", seed: 7,
      startedAt: LocalTime(epochSeconds: 1_794_000_000), tz: "Europe/Paris",
      replies: replies.map {
        RecordedReply(anchor: "chk.week", reply: .answer([.string(PrivateText($0))]))
      })
  }
}

extension String {
  /// A UUID whose last digits are a number.
  static func id(_ number: Int) -> String {
    let digits = Swift.String(number)
    return "6f1d2c3b-0000-4000-8000-" + Swift.String(repeating: "0", count: 12 - digits.count)
      + digits
  }
}
