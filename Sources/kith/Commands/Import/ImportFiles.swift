import Console
import Glibc
import Imports

/// Reads the files and folders of an import, all of them, before anything is kept.
struct ImportFiles {
  private static let shownFaults = 20

  private let format: ImportFormat?
  private let settings: ImportSettings
  private let progress: ImportProgress
  private var reader = TextReader()
  private var batch = ImportBatch()
  private var faults: [String] = []

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - format: What the files are; `nil` finds it out for each.
  ///   - settings: What the parsers are told.
  ///   - progress: Tells how far it has come.
  init(format: ImportFormat?, settings: ImportSettings, progress: ImportProgress) {
    self.format = format
    self.settings = settings
    self.progress = progress
  }

  /// Reads everything.
  ///
  /// - Parameter paths: Files, folders, and `-` for standard input.
  /// - Returns: Every entry of all of them.
  /// - Throws: ``Failure`` with every fault; nothing is to be kept then.
  mutating func batch(of paths: [String]) throws -> ImportBatch {
    for path in paths { take(path) }
    progress.end()
    guard faults.isEmpty else { throw Failure(faults, shown: Self.shownFaults) }
    guard !batch.records.isEmpty else {
      throw Failure(
        message: "there is no entry in what you named, so nothing was imported",
        hint: batch.sentences.isEmpty ? nil : batch.sentences.joined(separator: " "))
    }
    return batch
  }

  private mutating func take(_ path: String) {
    var status = stat()
    if path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      takeFolder(path)
    } else {
      takeFile(path)
    }
  }

  /// Reads the Markdown files of a folder, and of the folders in it.
  private mutating func takeFolder(_ folder: String) {
    guard format == nil || format == .markdown else {
      return fault(folder, "this is a folder; name the JSON file in it")
    }
    progress.say("Looking through the folder")
    let walk = FolderWalk(folder)
    for refused in walk.refusals {
      fault(refused.path, "the folder cannot be read: \(refused.refusal.importMessage)")
    }
    guard !walk.isCutShort else {
      return fault(folder, "there are more than \(FolderWalk.limit.grouped) files in it")
    }
    let notes = walk.paths.filter(Self.isMarkdown)
    guard !notes.isEmpty else {
      if walk.refusals.isEmpty { fault(folder, Self.emptyFolder(walk.paths)) }
      return
    }
    batch.note(.otherFile, walk.paths.count - notes.count)
    var quiet = settings
    quiet.progress = { _, _ in }
    let base = folder.hasSuffix("/") ? folder : "\(folder)/"
    for (index, note) in notes.enumerated() {
      takeMarkdown(base + note, quiet)
      progress.count(index + 1, of: notes.count)
    }
  }

  private static func emptyFolder(_ paths: [String]) -> String {
    let json = paths.filter { $0.lowercased().hasSuffix(".json") }
    guard let first = json.first else { return "there is no Markdown file (.md) in this folder" }
    return "there is no Markdown file (.md) in this folder, but there is '\(first)'; name that file"
  }

  private static func isMarkdown(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }

  private mutating func takeMarkdown(_ path: String, _ settings: ImportSettings) {
    do throws(FileRefusal) {
      var status = stat()
      stat(path, &status)
      let text = try reader.text(of: path, allowingZeros: true)
      let file = MarkdownImport(file: path, settings: settings)
      add { () throws(ImportFaults) in
        try file.batch(of: text, modified: status.st_mtim.tv_sec)
      }
    } catch {
      refuse(path, error)
    }
  }

  private mutating func takeFile(_ path: String) {
    guard format != .markdown && (format != nil || !Self.isMarkdown(path)) else {
      guard path == "-" else { return takeMarkdown(path, settings) }
      return fault(path, "Markdown has to come from files, whose names may tell the date")
    }
    let name = path == "-" ? "standard input" : path
    do throws(FileRefusal) {
      let text = path == "-" ? try reader.input() : try reader.text(of: path)
      guard looksLikeJSON(text) else { return fault(name, Self.unknown(text)) }
      if text.utf8.count > 4 << 20 { progress.say("Reading \(text.utf8.count >> 20) MB") }
      let file = JSONImport(file: Printable(name).text, settings: settings)
      let format = format
      add { () throws(ImportFaults) in try file.batch(of: text, as: format) }
    } catch {
      refuse(path, error)
    }
  }

  /// Whether a text may be JSON; where a format was named, its parser tells what is wrong.
  private func looksLikeJSON(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    return format != nil && first != nil || first == "{" || first == "["
  }

  private static func unknown(_ text: String) -> String {
    if text.hasPrefix("age-encryption.org/") || text.hasPrefix("-----BEGIN AGE") {
      return "this is a sealed file of age; open it first: age -d -i KEY FILE | kith import -"
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return "the file is empty"
    }
    return "this is neither JSON nor Markdown (.md); --format markdown takes any text as Markdown"
  }

  private mutating func add(_ read: () throws(ImportFaults) -> ImportBatch) {
    do throws(ImportFaults) {
      batch.add(try read())
    } catch {
      faults += error.faults.map { Printable("\($0)").text }
    }
  }

  private mutating func refuse(_ path: String, _ refusal: FileRefusal) {
    let isArchive = path != "-" && FileStart(of: path).isArchive
    fault(
      path == "-" ? "standard input" : path + refusal.place,
      isArchive
        ? "this is an archive; unpack it and name the JSON file in it" : refusal.importMessage)
  }

  private mutating func fault(_ path: String, _ words: String) {
    faults.append(Printable("\(path): error: \(words)").text)
  }
}

extension Failure {
  /// Says what keeps an import from being done, fault by fault.
  fileprivate init(_ faults: [String], shown: Int) {
    var lines = faults.prefix(shown).joined(separator: "\n")
    if faults.count > shown { lines += "\n… and \((faults.count - shown).grouped) more" }
    message = "nothing was imported, because of \(counted(faults.count, "fault"))\n\(lines)"
    hint = "mend or leave out what is named above, and import again"
  }
}

/// The first bytes of a file, which tell what sort of file it is.
private struct FileStart {
  /// Whether the file is a zip archive, as exports often are.
  let isArchive: Bool

  init(of path: String) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var bytes: [UInt8] = [0, 0, 0, 0]
    isArchive =
      descriptor >= 0 && read(descriptor, &bytes, 4) == 4
      && bytes == [0x50, 0x4B, 0x03, 0x04]
  }
}

extension FileRefusal {
  /// Where in the file, as compilers write it; empty for the file as a whole.
  fileprivate var place: String {
    switch self {
    case .binary(let location), .notUTF8(let location, line: _):
      ":\(location.line):\(location.column)"
    case .missing, .folder, .special, .unreadable, .tooLarge: ""
    }
  }

  /// What is wrong, in the words of an import.
  fileprivate var importMessage: String {
    switch self {
    case .binary: "this is no text: it has a NUL byte"
    case .tooLarge(let limit):
      "all files together are larger than \(limit >> 20) MB; import them in parts"
    case .missing, .folder, .special, .unreadable, .notUTF8: message
    }
  }
}
