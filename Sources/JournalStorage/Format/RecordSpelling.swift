import Coach
import FoundationEssentials
import Questionnaires

/// How records are written as JSON and read back.
enum RecordSpelling {
  /// Writes a record, its members in the order of their names.
  static func encode(_ record: Record) throws(VaultError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(record))
    } catch {
      throw .notEncodable
    }
  }

  /// Reads a record; `nil` when its shape is unknown to this program.
  ///
  /// The everyday shapes are read by hand, which takes a small part of the time of a decoder.
  static func decode(_ raw: ArraySlice<UInt8>) -> Record? {
    // What is not JSON is no record.
    guard let json = try? JSONValue(parsing: String(decoding: raw, as: UTF8.self)) else {
      return nil
    }
    // A line of a later version may not decode; it is kept as it is.
    return Record(quickly: json) ?? (try? JSONDecoder().decode(Record.self, from: Data(raw)))
  }

  /// Adds the members of an older line that its known part lacks.
  static func carry(
    from older: ArraySlice<UInt8>, knownAs known: [UInt8], into newer: [UInt8]
  ) throws(VaultError) -> [UInt8] {
    do {
      let all = try JSONValue(parsing: String(decoding: older, as: UTF8.self)).object
      let understood = try JSONValue(parsing: String(decoding: known, as: UTF8.self)).object
      let unknown = (all?.members ?? []).filter { member in
        understood?[member.key] == nil && member.key != "over"
      }
      guard !unknown.isEmpty,
        var object = try JSONValue(parsing: String(decoding: newer, as: UTF8.self)).object
      else { return newer }
      for member in unknown where object[member.key] == nil { object[member.key] = member.value }
      return Array(JSONValue.object(object).text().utf8)
    } catch {
      throw .notEncodable
    }
  }

  /// Adds the digests of the versions that a line was written over.
  static func mark(_ line: [UInt8], over digests: [String]) throws(VaultError) -> [UInt8] {
    guard line.last == UInt8(ascii: "}") else { throw .notEncodable }
    let list = digests.map { "\"\($0)\"" }.joined(separator: ",")
    return line.dropLast() + Array(",\"over\":[\(list)]}".utf8)
  }

  /// The string that a value spells; `nil` when it is none.
  static func string(_ value: ArraySlice<UInt8>) -> String? {
    value.withUnsafeBufferPointer { string($0) }
  }

  /// The string that a value spells; `nil` when it is none.
  static func string(_ value: UnsafeBufferPointer<UInt8>) -> String? {
    let quote = UInt8(ascii: "\"")
    if value.count >= 2, value[0] == quote, value[value.count - 1] == quote {
      let inside = UnsafeBufferPointer(rebasing: value[1..<(value.count - 1)])
      // Without escapes, quotes and control characters a string is spelled as it is.
      if inside.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "\\") && $0 != quote }) {
        return String(decoding: inside, as: UTF8.self)
      }
    }
    // Absence means that the value is something else.
    return (try? JSONValue(parsing: String(decoding: value, as: UTF8.self)))?.string
  }

  /// The strings that a value spells; `nil` when it is no list.
  static func strings(_ value: ArraySlice<UInt8>) -> [String]? {
    value.withUnsafeBufferPointer { strings($0) }
  }

  /// The strings that a value spells; `nil` when it is no list.
  static func strings(_ value: UnsafeBufferPointer<UInt8>) -> [String]? {
    if value.elementsEqual("[]".utf8) { return [] }
    // Absence means that the value is something else.
    return (try? JSONValue(parsing: String(decoding: value, as: UTF8.self)))?
      .elements.compactMap(\.string)
  }
}

extension Record {
  private static let members: Set = [
    "id", "rev", "kind", "at", "tz", "tags", "people", "body", "deleted", "over",
  ]

  /// Reads a record of an everyday shape; `nil` for any other.
  fileprivate init?(quickly json: JSONValue) {
    guard let object = json.object, object.members.allSatisfy({ Self.members.contains($0.key) }),
      let id = json["id"]?.string, let rev = json["rev"]?.integer,
      let kind = json["kind"]?.string, let at = json["at"]?.string.flatMap({ LocalTime($0) }),
      let tz = json["tz"]?.string, let tags = json["tags"]?.strings,
      let people = json["people"]?.strings
    else { return nil }
    var body: Entry?
    if let written = json["body"] {
      guard let entry = Entry(quickly: written) else { return nil }
      body = entry
    }
    self.init(
      id: id, rev: rev, kind: Kind(rawValue: kind), at: at, tz: tz, tags: tags, people: people,
      body: body, deleted: json["deleted"]?.bool)
  }
}

extension Entry {
  private static let members: Set = ["topic", "forms", "notes", "asked"]

  fileprivate init?(quickly json: JSONValue) {
    guard let object = json.object, object.members.allSatisfy({ Self.members.contains($0.key) }),
      let forms = json["forms"], let notes = json["notes"]
    else { return nil }
    self.init(topic: json["topic"]?.string)
    if let topic = json["topic"], topic.string == nil { return nil }
    if let asked = json["asked"] {
      guard let names = asked.strings else { return nil }
      self.asked = names
    }
    for form in forms.elements {
      guard form.object?.members.count == 2, let name = form["form"]?.string,
        let written = form["response"],
        // Whatever this reader refuses is left to the decoder, which says what it is.
        let response = try? QuestionnaireResponse(json: written)
      else { return nil }
      self.forms.append(FilledForm(form: name, response: response))
    }
    for note in notes.elements {
      guard note.object?.members.count == 3, let prompt = note["prompt"]?.string,
        let question = note["question"]?.string, let text = note["text"]?.string
      else { return nil }
      self.notes.append(Note(prompt: prompt, question: question, text: PrivateText(text)))
    }
  }
}

extension JSONValue {
  /// A list of strings; `nil` when the value is anything else.
  fileprivate var strings: [String]? {
    guard case .array(let elements) = self else { return nil }
    let strings = elements.compactMap(\.string)
    return strings.count == elements.count ? strings : nil
  }
}
