import YarnRuntime

/// An event as the official engine recorded it.
struct OfficialEvent: Decodable {
  var ev: String
  var node: String?
  var text: String?
  var raw: String?
  var subs: [String]?
  var index: Int?
  var available: Bool?

  /// The event in a form that both engines can be compared in.
  var comparable: String {
    switch ev {
    case "nodeStart": "start \(Self.stable(node ?? ""))"
    case "nodeComplete": "complete \(Self.stable(node ?? ""))"
    case "line": "line \(text ?? "")"
    case "command": "command \(text ?? "")"
    case "option": "option \(index ?? -1) \(available ?? false) \(text ?? "")"
    case "select": "select \(index ?? -1)"
    case "complete": "end"
    default: ev
    }
  }

  /// The same with the text that the string table holds and the inserted values.
  var comparableWithTable: String {
    ev == "line" ? comparable + " ← \(raw ?? "") \(subs ?? [])" : comparable
  }

  static func comparable(_ event: Event) -> [String] {
    switch event {
    case .nodeStarted(let node): ["start \(stable(node))"]
    case .nodeCompleted(let node): ["complete \(stable(node))"]
    case .line(let line): ["line \(line.fullText)"]
    case .command(let command): ["command \(command.text)"]
    case .options(let options):
      options.map { "option \($0.index) \($0.isAvailable) \($0.line.fullText)" }
    case .dialogueCompleted: ["end"]
    }
  }

  /// A node's name without a part that was made up from the name of its file.
  private static func stable(_ node: String) -> String {
    let parts = node.split(separator: ".")
    guard parts.count == 2, parts[1].count == 8, parts[1].allSatisfy(\.isHexDigit) else {
      return node
    }
    return parts[0] + ".*"
  }
}
