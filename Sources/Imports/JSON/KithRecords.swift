import Coach
import FoundationEssentials
import Questionnaires

/// Records as the journal has them: `{"kith": 1, "records": […]}`, or the array alone.
struct KithRecords {
  /// The version of the form that is read.
  static let version = 1

  /// The members of a record and of its body; others come from a later version.
  private static let recordMembers: Set = [
    "id", "rev", "kind", "at", "tz", "tags", "people", "body", "deleted",
  ]

  let file: String
  let settings: ImportSettings

  func batch(of document: JSONValue) throws(ImportFaults) -> ImportBatch {
    let elements = try elements(of: document)
    var batch = ImportBatch()
    batch.met(.kith)
    var faults: [ImportFault] = []
    var ids: Set<String> = []
    for (index, element) in elements.enumerated() {
      let place = ImportFault.Place.entry(index + 1)
      do throws(EntryFault) {
        let record = try Self.record(element)
        guard ids.insert(record.id).inserted else { throw EntryFault(.repeatedID) }
        Self.add(record, from: element, to: &batch)
      } catch {
        faults.append(ImportFault(error.problem, file: file, place: place))
      }
      settings.progress(index + 1, elements.count)
    }
    guard faults.isEmpty else { throw ImportFaults(faults) }
    return batch
  }

  private func elements(of document: JSONValue) throws(ImportFaults) -> [JSONValue] {
    if case .array(let elements) = document { return elements }
    guard let version = document["kith"]?.integer, version >= Self.version,
      case .array(let records)? = document["records"]
    else { throw ImportFaults([ImportFault(.notOfFormat(.kith), file: file)]) }
    guard version == Self.version else {
      throw ImportFaults([ImportFault(.newerVersion(version), file: file)])
    }
    return records
  }

  private static func add(_ record: Record, from element: JSONValue, to batch: inout ImportBatch) {
    guard record.deleted != true else { return batch.note(.deleted) }
    let members = element.object?.members.map(\.key) ?? []
    if !recordMembers.isSuperset(of: members) { batch.note(.unknownMembers) }
    batch.add(record)
  }

  private static func record(_ element: JSONValue) throws(EntryFault) -> Record {
    let record = try decoded(element)
    guard isUUID(record.id) else { throw EntryFault(.notARecord(member: "id")) }
    guard record.rev > 0, record.rev < 1 << 53 else { throw EntryFault(.notARecord(member: "rev")) }
    guard record.body != nil || record.deleted == true else {
      throw EntryFault(.missing(member: "body"))
    }
    guard (1...9999).contains(record.at.day.parts.year) else { throw EntryFault(.timeOutOfRange) }
    return record
  }

  private static func decoded(_ element: JSONValue) throws(EntryFault) -> Record {
    do {
      return try JSONDecoder().decode(Record.self, from: Data(element.text().utf8))
    } catch let error as DecodingError {
      throw EntryFault(.notARecord(member: member(of: error)))
    } catch {
      throw EntryFault(.notARecord(member: nil))
    }
  }

  /// The member that could not be read, if it is one that every record has.
  private static func member(of error: DecodingError) -> String? {
    let path: [any CodingKey] =
      switch error {
      case .keyNotFound(let key, let context): context.codingPath + [key]
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      @unknown default: []
      }
    return path.first.map(\.stringValue).flatMap { recordMembers.contains($0) ? $0 : nil }
  }

  private static func isUUID(_ id: String) -> Bool {
    id.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count) == [
      8, 4, 4, 4, 12,
    ]
      && id.utf8.allSatisfy { Array("0123456789abcdef-".utf8).contains($0) }
  }
}
