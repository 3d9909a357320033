/// Something that an evaluation of a response found, with a code that other programs can rely on.
public struct FormIssue: Equatable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The response is not valid.
    case error
    /// The response is valid, and somebody may want to know.
    case warning
  }

  /// `que-1` to `que-13` and `qrs-1` for invariants of FHIR, short words for everything else.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// The item; empty for the whole form or response.
  public var linkID: LinkID
  /// The place in the response, such as `person[1]/person.name`; empty for the whole of it.
  public var path: String
  /// What is wrong, without a word of the person.
  public var message: String

  /// Makes an issue.
  public init(
    _ code: String, _ severity: Severity = .error, linkID: LinkID = "", path: String = "",
    _ message: String
  ) {
    self.code = code
    self.severity = severity
    self.linkID = linkID
    self.path = path
    self.message = message
  }

  /// Makes an issue about one place of a response.
  init(_ code: String, _ severity: Severity = .error, at path: ItemPath, _ message: String) {
    self.init(
      code, severity, linkID: path.steps.last?.linkID ?? "", path: "\(path)", message)
  }
}

extension FormIssue: CustomStringConvertible {
  /// The place, the fault and the code in one line.
  public var description: String {
    let place = path.isEmpty ? linkID.rawValue : path
    return (place.isEmpty ? "" : "\(place): ") + "\(severity.rawValue): \(message) [\(code)]"
  }
}

extension FormIssue {
  /// The issue as an object of JSON.
  var json: JSONValue {
    .object([
      "code": .string(code), "severity": .string(severity.rawValue),
      "linkId": .string(linkID.rawValue), "path": .string(path), "message": .string(message),
    ])
  }
}
