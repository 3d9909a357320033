import CoachContent
import Questionnaires

/// What a check of forms found.
struct FormReport {
  /// How many remarks are shown of one form; a broken one can have very many.
  private static let limit = 1_000

  /// One remark.
  private struct Row {
    var file: String
    var place: (line: Int, column: Int)?
    var fault: FormFault
  }

  private var rows: [Row] = []
  private var unreadable: [String] = []
  private var formCount = 0
  private var itemCount = 0

  /// Checks forms, one after the other.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - valueSets: Files with value sets and code systems.
  init(checking paths: [String], valueSets: [String]) {
    for path in paths {
      formCount += 1
      do {
        add(try FormFile(reading: path, valueSets: valueSets))
      } catch let failure as Failure {
        let lines = failure.message.split(separator: "\n")
        unreadable.append(String(lines.last ?? ""))
      } catch {
        unreadable.append("\(path): error: \(error)")
      }
    }
  }

  private mutating func add(_ form: FormFile) {
    let faults = form.questionnaire.faults()
    itemCount += form.questionnaire.itemCount
    guard !faults.isEmpty else { return }
    let places = FormPlaces(form.text)
    var seen: [LinkID: Int] = [:]
    for fault in faults {
      // The second item of a name is the one to rename.
      if fault.problem == .duplicateLinkID { seen[fault.linkID, default: 0] += 1 }
      rows.append(
        Row(
          file: form.path,
          place: places.place(of: fault.linkID, occurrence: seen[fault.linkID] ?? 0),
          fault: fault))
    }
  }

  /// How many errors there are.
  var errorCount: Int { unreadable.count + rows.count { $0.fault.severity == .error } }

  /// Every remark, and a last line that sums up.
  var lines: [String] {
    let shown = rows.prefix(Self.limit).map { row in
      let place = row.place.map { ":\($0.line):\($0.column)" } ?? ":1:1"
      return "\(row.file)\(place): \(row.fault) [\(row.fault.code)]"
    }
    let more = rows.count - shown.count
    let warnings = rows.count { $0.fault.severity == .warning }
    return unreadable + shown + (more > 0 ? ["… and \(more) more that are not shown"] : []) + [
      "\(counted(formCount, "form")), \(counted(itemCount, "item")): "
        + "\(counted(errorCount, "error")), \(counted(warnings, "warning"))"
    ]
  }

  /// Every remark as JSON.
  var json: JSONValue {
    let broken = unreadable.map { line in
      JSONValue.object([
        "code": .string("unreadable"), "severity": .string("error"),
        "message": .string(line),
      ])
    }
    return .array(
      broken
        + rows.prefix(Self.limit).map { row in
          var object: JSONObject = [
            "file": .string(row.file), "code": .string(row.fault.code),
            "severity": .string(row.fault.severity.rawValue),
            "linkId": .string(row.fault.linkID.rawValue), "path": .string(row.fault.path),
            "message": .string(row.fault.message),
          ]
          object["line"] = row.place.map { .number("\($0.line)") }
          object["column"] = row.place.map { .number("\($0.column)") }
          return .object(object)
        })
  }
}
