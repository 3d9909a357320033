import Coach
import Questionnaires

/// Reads entries from a JSON file, whichever program wrote it.
public struct JSONImport {
  private let file: String
  private let settings: ImportSettings

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - file: What to call the file in messages.
  ///   - settings: The person's own zone, and the rest that all formats need.
  public init(file: String, settings: ImportSettings) {
    self.file = file
    self.settings = settings
  }

  /// Reads every entry.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - format: The format; `nil` finds it out.
  /// - Returns: The entries, and what to tell of them.
  /// - Throws: ``ImportFaults`` with every entry that cannot be read.
  public func batch(
    of text: String, as format: ImportFormat? = nil
  ) throws(ImportFaults) -> ImportBatch {
    let document = try document(text)
    guard let found = Self.format(of: document) else { throw fault(.unknownShape) }
    if let format, format != found { throw fault(.notOfFormat(format)) }
    switch found {
    case .kith: return try KithRecords(file: file, settings: settings).batch(of: document)
    case .dayOne:
      return try each(document["entries"]?.elements ?? []) { batch, entry throws(EntryFault) in
        try DayOneEntry(entry).add(to: &batch, settings)
      }
    case .jrnl, .markdown:
      let entries = document["entries"]?.elements ?? [document]
      return try each(entries) { batch, entry throws(EntryFault) in
        try JrnlEntry(entry).add(to: &batch, settings)
      }
    }
  }

  /// Finds out which program wrote a document; `nil` when it is none that is known.
  static func format(of document: JSONValue) -> ImportFormat? {
    if case .array(let elements) = document {
      return elements.allSatisfy { $0["kind"] != nil && $0["id"] != nil } ? .kith : nil
    }
    if document["records"] != nil, document["kith"] != nil { return .kith }
    guard case .array(let entries)? = document["entries"] else {
      return document["title"] != nil && document["date"] != nil ? .jrnl : nil
    }
    if entries.contains(where: { $0["creationDate"] != nil }) { return .dayOne }
    if entries.contains(where: { $0["date"] != nil }) { return .jrnl }
    if document["metadata"] != nil { return .dayOne }
    return document["tags"] != nil || entries.isEmpty ? .jrnl : nil
  }

  private func document(_ text: String) throws(ImportFaults) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONValue(parsing: text)
    } catch {
      let trouble: ImportFault.JSONTrouble =
        switch error.problem {
        case .unexpectedEnd: .endsEarly
        case .unexpectedCharacter: .misplaced
        case .invalidEscape: .escape
        case .invalidNumber: .number
        case .duplicateKey: .repeatedName
        case .tooDeep: .tooDeep
        }
      throw fault(.notJSON(trouble), .line(error.line, column: error.column))
    }
  }

  private func each(
    _ entries: [JSONValue],
    _ add: (inout ImportBatch, JSONValue) throws(EntryFault) -> Void
  ) throws(ImportFaults) -> ImportBatch {
    var batch = ImportBatch()
    var faults: [ImportFault] = []
    for (index, entry) in entries.enumerated() {
      do throws(EntryFault) {
        try add(&batch, entry)
      } catch {
        faults.append(ImportFault(error.problem, file: file, place: .entry(index + 1)))
      }
      settings.progress(index + 1, entries.count)
    }
    guard faults.isEmpty else { throw ImportFaults(faults) }
    return batch
  }

  private func fault(_ problem: ImportFault.Problem, _ place: ImportFault.Place = .file)
    -> ImportFaults
  {
    ImportFaults([ImportFault(problem, file: file, place: place)])
  }
}

/// What keeps one entry from being read, before its place is known.
struct EntryFault: Error {
  var problem: ImportFault.Problem

  init(_ problem: ImportFault.Problem) {
    self.problem = problem
  }
}

extension JSONValue {
  /// The text under a name; none when the member is missing or `null`.
  func text(at member: String) throws(EntryFault) -> String? {
    switch self[member] {
    case nil, .null: nil
    case .string(let text): text
    default: throw EntryFault(.wrongType(member: member))
    }
  }

  /// The texts under a name; none when the member is missing or `null`.
  func texts(at member: String) throws(EntryFault) -> [String] {
    switch self[member] {
    case nil, .null: return []
    case .array(let elements):
      let texts = elements.compactMap(\.string)
      guard texts.count == elements.count else { throw EntryFault(.wrongType(member: member)) }
      return texts
    default: throw EntryFault(.wrongType(member: member))
    }
  }

  /// Whether the member under a name is `true`; a missing one is not.
  func flag(at member: String) throws(EntryFault) -> Bool {
    switch self[member] {
    case nil, .null: false
    case .bool(let value): value
    default: throw EntryFault(.wrongType(member: member))
    }
  }
}
