import Coach
import Foundation
import JournalStorage
import TestSupport
import Testing

@testable import kith

/// Something a person does that changes what lies on the disk.
struct FaultAction: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var arguments: [String]

  /// What comes after the passphrase on standard input.
  var input = ""

  var needsPassphrase = true

  /// The line that stands in the journal once it is done; empty where no line says so.
  var adds = ""

  /// The line that is gone then.
  var removes = ""

  static let all = [
    FaultAction(
      testDescription: "add", arguments: ["import", "one.json"], adds: "added by import"),
    FaultAction(
      testDescription: "note", arguments: ["note"], input: "added by note", needsPassphrase: false,
      adds: "added by note"),
    FaultAction(
      testDescription: "edit", arguments: ["journal", "edit", "77770001"],
      input: "the words after\n", adds: "the words after", removes: "the words before"),
    FaultAction(
      testDescription: "delete", arguments: ["journal", "delete", "77770002", "--yes"],
      removes: "to be gone"),
    FaultAction(
      testDescription: "merge", arguments: ["journal", "merge", "device"],
      adds: "from the other device"),
    FaultAction(
      testDescription: "passphrase", arguments: ["journal", "passphrase"],
      input: "\(FaultStage.newPassphrase)\n"),
    FaultAction(
      testDescription: "rekey", arguments: ["journal", "rekey"],
      input: "\(TerminalHome.passphrase)\n"),
    FaultAction(testDescription: "fold-in", arguments: ["journal", "list"]),
    FaultAction(testDescription: "backup", arguments: ["journal", "backup", "stick"]),
    FaultAction(testDescription: "draft", arguments: ["check-in"], input: "6\n2\n"),
  ]

  /// The command line that runs it, in a shell that stands in the person's folder.
  ///
  /// - Parameters:
  ///   - home: Where it takes place.
  ///   - tool: What runs the program, such as `strace` with its options; it runs nothing else.
  /// - Returns: The line.
  func command(in home: TerminalHome, through tool: String = "") -> String {
    let fd = needsPassphrase ? "--passphrase-fd 0" : ""
    return "cd '\(home.path)/user' && exec env \(FaultStage.variables(of: home)) \(tool) "
      + "\"$0\" \"$@\" \(fd) 2>'\(home.path)/tmp/errors'"
  }

  /// The whole standard input.
  var bytes: [UInt8] {
    Array(((needsPassphrase ? "\(TerminalHome.passphrase)\n" : "") + input).utf8)
  }

  /// Does it.
  func run(in home: TerminalHome, through tool: String = "") throws -> ChildProcess.Outcome {
    try ChildProcess.run(
      Products.path(of: "kith"), arguments, input: bytes,
      throughShell: command(in: home, through: tool))
  }
}

extension FaultAction {
  /// Looks at a home after it, whatever happened in between.
  ///
  /// - Parameters:
  ///   - home: Where it took place.
  ///   - before: What was kept before.
  ///   - outcome: How the program ended.
  /// - Returns: What is wrong, a line each.
  /// - Throws: What keeps the vault closed, which is wrong as well.
  func faults(
    in home: TerminalHome, before: Kept, outcome: ChildProcess.Outcome
  ) throws -> [String] {
    // Opening the vault takes over what waits, and ends what was broken off.
    let recipient = try String(contentsOfFile: "\(home.path)/kith/recipient", encoding: .utf8)
    let waiting = try names(below: "kith/inbox", of: home)
    let (kept, isNewPassphrase) = try open(home)
    var faults: [String] = []
    for line in before.lines.subtracting(kept.lines)
    where removes.isEmpty || !line.contains(removes) {
      faults.append("lost: \(line)")
    }
    let extra = kept.lines.subtracting(before.lines)
    if extra.count > 1 { faults.append("more than one thing new: \(extra.sorted())") }
    let hasOld = !removes.isEmpty && kept.holds(removes)
    let hasNew = !adds.isEmpty && kept.holds(adds)
    if !adds.isEmpty, kept.count(of: adds) > 1 { faults.append("twice: \(adds)") }
    if !adds.isEmpty, !removes.isEmpty, hasOld == hasNew {
      faults.append(hasOld ? "old and new" : "neither old nor new")
    }
    if isAcknowledged(outcome) {
      let isDone: Bool =
        switch testDescription {
        case "passphrase": isNewPassphrase
        case "rekey": try recipient != Self.oldRecipient()
        // What still waits, or could not be cleared away, is told of.
        case "fold-in": try waiting.isEmpty || said(in: home).contains("kith: ")
        case "backup": try hasWholeBackup(home, of: before)
        case "draft": extra.contains { $0.hasPrefix("draft ") && $0.hasSuffix(" 2") }
        default: (adds.isEmpty || hasNew) && (removes.isEmpty || !hasOld)
        }
      if !isDone { faults.append("acknowledged, but not done") }
    }
    let strays = try FileManager.default.subpathsOfDirectory(atPath: home.path).filter {
      $0.contains("/.kith-") && !$0.hasPrefix("user/")
    }
    if !strays.isEmpty { faults.append("left over: \(strays)") }
    return faults
  }

  /// What it wrote to standard error.
  func said(in home: TerminalHome) throws -> String {
    try String(contentsOfFile: "\(home.path)/tmp/errors", encoding: .utf8)
  }

  /// Whether the program said that it is done.
  func isAcknowledged(_ outcome: ChildProcess.Outcome) -> Bool {
    guard testDescription == "draft" else { return outcome.status == 0 }
    return outcome.output.contains("Everything so far is kept")
  }

  private func open(_ home: TerminalHome) throws -> (kept: Kept, isNewPassphrase: Bool) {
    if testDescription == "passphrase",
      // The old passphrase opens the vault then, or nothing does, and that throws.
      let kept = try? Kept(in: home, passphrase: FaultStage.newPassphrase)
    {
      return (kept, true)
    }
    return (try Kept(in: home), false)
  }

  private static func oldRecipient() throws -> String {
    let path = try FaultStage.template.get().path
    return try String(contentsOfFile: "\(path)/kith/recipient", encoding: .utf8)
  }

  private func names(below folder: String, of home: TerminalHome) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(home.path)/\(folder)")
  }

  /// Whether the copy on the stick opens and has everything that the journal had, or that waited.
  private func hasWholeBackup(_ home: TerminalHome, of before: Kept) throws -> Bool {
    guard let name = try names(below: "user/stick", of: home).first else { return false }
    let place = VaultPlace(
      directory: "\(home.path)/user/stick/\(name)", stateDirectory: "\(home.path)/tmp/state")
    var passphrase = Array(TerminalHome.passphrase.utf8)
    let copy = try Vault.unlock(place, passphrase: &passphrase)
    let records = before.lines.count { !$0.hasPrefix("draft ") }
    return try copy.history().records.count + copy.captures().captures.count >= records
  }
}
