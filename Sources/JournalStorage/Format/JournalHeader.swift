import Questionnaires

/// The first line of the journal, which is about the file and not about the person.
struct JournalHeader: Equatable, Sendable {
  /// The version of the format that this program writes.
  static let version = 1

  /// The version of the format.
  var kith = version

  /// How often the journal has been saved.
  var generation: Int

  /// The computer that saved it.
  var device: String

  /// How many lines follow.
  var count: Int

  /// What else a program wrote into the line.
  var others = JSONObject()

  init(generation: Int, device: String, count: Int, others: JSONObject = JSONObject()) {
    self.generation = generation
    self.device = device
    self.count = count
    self.others = others
  }

  /// Reads the line.
  ///
  /// - Throws: `.newerVersion` when a later version has another header, `.malformed` when it is
  ///   none at all.
  init(parsing line: ArraySlice<UInt8>) throws(JournalText.Fault) {
    // What is not JSON is no header.
    guard let json = try? JSONValue(parsing: String(decoding: line, as: UTF8.self)),
      let version = json["kith"]?.integer, version >= 1
    else { throw .malformed }
    guard let generation = json["generation"]?.integer, let count = json["count"]?.integer else {
      throw version > Self.version ? .newerVersion(version) : .malformed
    }
    kith = version
    self.generation = generation
    self.count = count
    device = json["device"]?.string ?? ""
    for member in json.object?.members ?? []
    where !["kith", "generation", "count", "device"].contains(member.key) {
      others[member.key] = member.value
    }
  }

  /// The line, without its line break.
  var encoded: [UInt8] {
    var object: JSONObject = [
      "count": .number("\(count)"), "device": .string(device),
      "generation": .number("\(generation)"), "kith": .number("\(kith)"),
    ]
    for member in others.members { object[member.key] = member.value }
    return Array(JSONValue.object(object).text().utf8)
  }
}
