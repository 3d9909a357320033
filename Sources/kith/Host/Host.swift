import Coach
import CoachContent
import Console

/// Everything the commands take from the world around them, as values.
struct Host {
  /// Standard streams and the terminal behind them.
  let screen: Screen

  /// Where messages about the program go.
  let errors: Output

  /// The variables of the process.
  let environment: [String: String]

  /// The path of the running program, its links resolved.
  let executable: String

  /// The moment of use.
  let clock: Clock

  /// Where random choices and new names come from.
  let chance: Chance

  /// The options that every command takes.
  let options: GlobalOptions

  /// The work factor of new vaults; `nil` measures what this computer can do.
  var workFactor: Int?

  /// The passphrase that is suggested; `nil` draws six words.
  var suggestion: String?

  /// How wide the window is in which messages are read; `nil` where they go elsewhere.
  var errorColumns: Int?

  /// Says something about the program, beside what it shows.
  ///
  /// - Parameter message: Lines for standard error.
  func tell(_ message: String) { Self.tell(message, on: errors, errorColumns) }

  /// Writes a message, its lines broken between words where a window shows them.
  static func tell(_ message: String, on errors: Output, _ columns: Int?) {
    errors.writeLine(columns.map { FittedHelp(columns: $0).fitted(message: message) } ?? message)
  }

  /// Seconds without a key after which the program closes; `nil` for never.
  ///
  /// - Throws: ``Failure`` when what was chosen is no number of minutes.
  func idleSeconds() throws -> Double? { try options.idleSeconds(in: environment) }

  /// Where things lie on the disk.
  func folders() throws -> Folders {
    try Folders(home: options.home(in: environment), environment: environment)
  }

  /// The folder of content files.
  ///
  /// - Throws: ``Failure`` when there is none.
  func contentFolder() throws -> ContentFolder {
    let chosen = options.content ?? environment["KITH_CONTENT"].flatMap { $0.isEmpty ? nil : $0 }
    // Without a home folder the content beside the program can still be found.
    let data = (try? folders().data) ?? ["/usr/local/share", "/usr/share"]
    guard
      let folder = ContentFolder.find(chosen: chosen, executable: executable, dataFolders: data)
    else {
      throw Failure(
        message: "the content files are missing: what kith says and asks lies beside the program",
        hint: "install kith again, or name the folder with --content DIR")
    }
    return folder
  }

  /// The folder of kith's own content, whatever else was named; `nil` when there is none.
  func ownContentFolder() -> ContentFolder? {
    ContentFolder.find(
      chosen: nil, executable: executable, dataFolders: ["/usr/local/share", "/usr/share"])
  }

  /// Loads everything the coach says and asks.
  ///
  /// - Throws: ``Failure`` with every fault, one a line.
  func content() throws -> ContentLibrary {
    let folder = try contentFolder()
    do {
      return try ContentLoader(folder).library()
    } catch let faults as ContentFaults {
      throw Failure(faults)
    }
  }
}

extension Failure {
  /// Says what is wrong with the content, fault by fault.
  init(_ faults: ContentFaults) {
    let count = faults.faults.count == 1 ? "1 fault" : "\(faults.faults.count) faults"
    message =
      "the content has \(count), so nothing was started\n"
      + faults.faults.map { "\($0)" }.joined(separator: "\n")
    hint = "mend the files named above, or leave out --content and KITH_CONTENT to use kith's own"
  }
}
