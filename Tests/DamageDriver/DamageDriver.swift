import Coach
import Foundation
import Glibc
import JournalStorage
import Questionnaires

/// A program that damages a vault in one way after another and opens it each time.
///
/// It is called with an empty folder, the first fault and the step to the next, so that several of
/// them can share the work. Each kind of fault makes a line: what, how many, and how many of them
/// were accepted, called something else than damage, or written over.
@main struct DamageDriver {
  private static let phrase = Array("lemon stair cloud paper violin otter".utf8)
  private static let moment = LocalTime(epochSeconds: 1_795_000_000)

  private let place: VaultPlace
  private let first: Int
  private let step: Int

  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let first = Int(words[2]), let step = Int(words[3]) else { exit(2) }
    try DamageDriver(
      place: VaultPlace(directory: words[1] + "/vault", stateDirectory: words[1] + "/state"),
      first: first, step: step
    ).run()
  }

  private func run() throws {
    var phrase = Self.phrase
    var vault = try Vault.create(at: place, passphrase: &phrase, workFactor: 1)
    for number in 0..<48 { _ = try vault.save([Self.note(number)], now: Self.moment) }
    phrase = Self.phrase
    let key = try Vault.key(of: place, passphrase: &phrase)
    let journal = try DamagedFile(place.directory + "/journal.age")
    let open = { () throws(VaultError) in _ = try key.unlock() }
    report("bits of the journal", try journal.flip(from: first, by: step, opening: open))
    report("lengths of the journal", try journal.cut(from: first, by: step, opening: open))
    try openKey()
    try unlink(place.directory + "/key.age.bak")
    let file = try DamagedFile(place.directory + "/key.age")
    report("bits of the key", try file.flip(from: first, by: step, opening: openKey))
    report("lengths of the key", try file.cut(from: first, by: step, opening: openKey))
  }

  private func openKey() throws(VaultError) {
    var phrase = Self.phrase
    _ = try Vault.key(of: place, passphrase: &phrase)
  }

  private func unlink(_ path: String) throws {
    try FileManager.default.removeItem(atPath: path)
  }

  private func report(_ what: String, _ count: DamagedFile.Count) {
    print(
      "\(what): \(count.tried) tried, \(count.accepted) accepted, \(count.misnamed) misnamed, "
        + "\(count.rewritten) rewritten")
  }

  private static func note(_ number: Int) -> Record {
    let digits = String(number + 1000)
    let words = String(repeating: "the quiet day number \(digits); ", count: 130)
    return Record(
      id: "6f1d2c3b-0000-4000-8000-00000000\(digits)", kind: .note, at: moment, tz: "Europe/Paris",
      body: Entry(notes: [
        Note(prompt: "I01", question: "What was good?", text: PrivateText(words))
      ]))
  }
}
