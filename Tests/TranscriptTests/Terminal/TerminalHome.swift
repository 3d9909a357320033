import Coach
import Console
import Foundation
import Questionnaires
import Testing

@testable import kith

/// The folders of one person for one test; everything in them goes away with the last reference.
///
/// The vault is made with little work for each guess, so that it opens at once.
final class TerminalHome: Sendable {
  /// What opens the vault.
  static let passphrase = "seven plain words that nobody says"

  /// The moment at which every visit takes place.
  static let now = "2026-11-23T19:30:00Z"

  /// The folder that holds everything.
  let path: String

  /// Makes folders, and a vault in them.
  ///
  /// - Parameters:
  ///   - hasVault: Whether the person has been here before.
  ///   - country: The country they told when they were welcomed; `nil` when they were not yet.
  /// - Throws: What the system says when a folder or a file cannot be made.
  init(hasVault: Bool = true, country: String? = "GB") throws {
    path = NSTemporaryDirectory() + "kith-terminal-\(UUID().uuidString)"
    for folder in ["user", "tmp"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
    guard hasVault else { return }
    var journal = try VaultGate(try host()).create(words: "")
    guard let country else { return }
    try journal.keep(try Self.profile(in: country), now: try moment())
  }

  /// Makes a copy of a home, as it is at this moment.
  ///
  /// - Parameter other: The home to copy.
  /// - Throws: What the system says when a file cannot be copied.
  init(copyOf other: TerminalHome) throws {
    path = NSTemporaryDirectory() + "kith-terminal-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      Issue.record("the folders of the test could not be removed: \(error)")
    }
  }

  /// The variables that keep a visit within the folders.
  var environment: [String: String] {
    [
      "KITH_HOME": path, "HOME": "\(path)/user", "TMPDIR": "\(path)/tmp", "KITH_NOW": Self.now,
    ]
  }

  /// Opens the vault as the program would.
  ///
  /// - Parameter passphrase: What the person types.
  /// - Returns: The journal.
  /// - Throws: What keeps the vault closed.
  func unlock(with passphrase: String = passphrase) throws -> Journal {
    try VaultGate(try host(passphrase)).unlock()
  }

  /// Every file below the folder, by its path in it.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let file = "\(path)/\(name)"
      guard try type(of: file) == .typeRegular else { continue }
      files[name] = try Data(contentsOf: URL(filePath: file))
    }
    return files
  }

  /// Every file and folder that the program made, with its permissions in octal digits.
  func permissions() throws -> [String: String] {
    var permissions: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path)
    where name != "user" && name != "tmp" {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      let number = try #require(attributes[.posixPermissions] as? Int)
      permissions[name] = String(number, radix: 8)
    }
    return permissions
  }

  /// The names of the files below the folder that hold some words.
  func files(holding words: String) throws -> [String] {
    try files().filter { $0.value.range(of: Data(words.utf8)) != nil }.map(\.key).sorted()
  }

  private func type(of file: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
  }
}

extension TerminalHome {
  private func moment() throws -> LocalTime {
    try Clock(chosen: Self.now).now
  }

  private static func profile(in country: String) throws -> Record {
    let told = QuestionnaireResponse.Item(
      linkID: "start.country",
      answers: [.init(.coding(Coding(system: "urn:iso:std:iso:3166", code: country)))])
    let response = QuestionnaireResponse(status: .completed, items: [told])
    return Record(
      id: "00000000-0000-4000-8000-000000000001", kind: .profile,
      at: try Clock(chosen: now).now, tz: "UTC",
      body: Entry(forms: [FilledForm(form: "welcome", response: response)]))
  }

  /// Surroundings without a terminal, in which the vault is made and opened.
  private func host(_ passphrase: String = passphrase) throws -> kith.Host {
    let output = Output()
    let terminal = Terminal(
      rows: 24, columns: 80, isInteractive: false, allowsColour: false, isPlain: true)
    let screen = kith.Screen(
      output: output, keyboard: .scripted([.line(""), .line("")], echoingTo: output),
      secret: { _ in Array(passphrase.utf8) }, terminal: { terminal })
    return kith.Host(
      screen: screen, errors: output, environment: ["KITH_HOME": path], executable: "",
      clock: try Clock(chosen: Self.now), chance: .live(seed: 7),
      options: try GlobalOptions.parse([]), workFactor: 2,
      suggestion: "six words that are always the same")
  }
}
