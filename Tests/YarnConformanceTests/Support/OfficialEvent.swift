import YarnAuthoring

/// An event as the official engine recorded it.
struct OfficialEvent: Decodable {
  var ev: String
  var node: String?
  var id: String?
  var text: String?
  var raw: String?
  var subs: [String]?
  var index: Int?
  var available: Bool?

  /// The event as ours are; a line that was recorded without its id takes the one given.
  func traced(id: String) -> TraceEvent? {
    switch ev {
    case "nodeStart": .nodeStart(node ?? "")
    case "nodeComplete": .nodeComplete(node ?? "")
    case "line":
      .line(id: self.id ?? id, raw: raw, substitutions: subs ?? [], text: text ?? "")
    case "command": .command(text ?? "")
    case "option": .option(index: index ?? -1, isAvailable: available ?? false, text: text ?? "")
    case "select": .select(index == -1 ? nil : index)
    case "complete": .complete
    default: nil
    }
  }
}

extension [OfficialEvent] {
  /// Runs a tracer beside the recorded events and tells the first thing that differs.
  func difference(from tracer: Tracer) -> String? {
    var tracer = tracer
    var found: [TraceEvent] = []
    do {
      while found.count <= count, let events = try tracer.next() { found += events }
    } catch {
      return "\(error)"
    }
    for (index, recorded) in enumerated() {
      guard index < found.count else { return "event \(index) is missing" }
      var id = ""
      if case .line(let own, _, _, _) = found[index] { id = own }
      guard let expected = recorded.traced(id: id), found[index] == expected else {
        return "event \(index): expected \(recorded), found \(found[index].json)"
      }
    }
    return found.count > count ? "more events: \(found[count].json)" : nil
  }
}
