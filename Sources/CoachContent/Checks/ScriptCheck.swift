import Coach
import Questionnaires
import YarnRuntime

/// Checks compiled scripts against the rest of the content.
struct ScriptCheck {
  var program: Program
  var questionnaires: [String: Questionnaire]
  var measures: [String: Measure]

  /// The nodes where sittings begin, or that the coach itself leads to.
  static let entryNodes =
    ["Door", "DoorUnsaved", "Welcome", "CheckIn", "Inventory", "OnePrompt", "Crisis"]
    + SafetyGate.allCases.map(\.entryNode)

  /// Every fault, in no particular order.
  var faults: [ContentFault] {
    missingNodes + program.nodes.values.flatMap(faults(in:)) + unreachableNodes
  }

  private var missingNodes: [ContentFault] {
    let missing = Self.entryNodes.filter { program.nodes[$0] == nil }.map {
      ContentFault("KI0104", file: "scripts", "no script has the node '\($0)', which kith needs")
    }
    guard program.members(of: "Prompt").isEmpty else { return missing }
    return missing + [
      ContentFault("KI0104", file: "scripts", "no script has a node group called 'Prompt'")
    ]
  }

  private func faults(in node: Node) -> [ContentFault] {
    var faults = node.facts.lines.filter { !$0.isExplicit }.map {
      ContentFault(
        "KI0105", file: node.sourceName, line: $0.line,
        "the line has no id; add '#line:' and a name that no other line has")
    }
    for line in node.facts.unstableOnceBlocks {
      faults.append(
        ContentFault(
          "KI0106", file: node.sourceName, line: line,
          "the once block has no line with an id, so its name would change with every edit"))
    }
    faults += node.facts.commands.compactMap { command($0, in: node) }
    faults += strayJumps(from: node)
    return faults
  }

  private func command(_ mention: NodeFacts.Mention, in node: Node) -> ContentFault? {
    let words = mention.text.split(separator: " ").map(String.init)
    let fault = { (code: String, message: String) in
      ContentFault(code, file: node.sourceName, line: mention.line, message)
    }
    guard let name = words.first.flatMap(CoachCommand.init) else {
      let known = CoachCommand.allCases.map(\.rawValue).sorted().joined(separator: ", ")
      return fault("KI0107", "no command is called '\(words.first ?? "")'; there are: \(known)")
    }
    switch name {
    case .worksheet, .forget:
      if name == .worksheet, let id = words.dropFirst().first, questionnaires[id]?.gate != nil {
        return fault("KI0126", "'\(id)' has a gate, which stands only before a form of its own")
      }
      return form(words.dropFirst().first, items: words.dropFirst(2), fault)
    case .measure:
      guard let id = words.dropFirst().first, measures[id] != nil else {
        return fault("KI0108", "no measure is called '\(words.dropFirst().first ?? "")'")
      }
      return nil
    case .write:
      return words.count == 2 ? nil : fault("KI0108", "write needs one id, as in <<write I01>>")
    case .show:
      return ["mood", "circles"].contains(words.dropFirst().first)
        ? nil : fault("KI0108", "show can show: mood, circles")
    case .person:
      let verbs = PersonVerb.allCases.map(\.rawValue)
      return words.count == 2 && verbs.contains(words[1])
        ? nil : fault("KI0108", "person can: \(verbs.joined(separator: ", "))")
    case .prompt, .helplines, .turn, .pause, .keepNothing:
      return nil
    }
  }

  private func form(
    _ id: String?, items: ArraySlice<String>, _ fault: (String, String) -> ContentFault
  ) -> ContentFault? {
    guard let id, let questionnaire = questionnaires[id] else {
      return fault("KI0108", "no questionnaire is called '\(id ?? "")'")
    }
    for item in items where questionnaire.item(LinkID(rawValue: item)) == nil {
      return fault("KI0108", "the questionnaire '\(id)' has no item '\(item)'")
    }
    return nil
  }

  /// Off the record, a jump would carry the person out of the node that promises to keep nothing.
  private func strayJumps(from node: Node) -> [ContentFault] {
    guard node.header("record") == "off" else { return [] }
    return node.facts.jumps.filter { program.nodes[$0.text]?.header("record") != "off" }.map {
      ContentFault(
        "KI0109", file: node.sourceName, line: $0.line,
        "a node with 'record: off' jumps to '\($0.text)', which is on the record; use <<detour>>")
    }
  }

  private var unreachableNodes: [ContentFault] {
    let readings = program.nodes.keys.filter { $0.hasPrefix("Reading_") }
    var waiting = Self.entryNodes + ["Prompt"] + readings
    var reached: Set<String> = []
    while let name = waiting.popLast() {
      guard reached.insert(name).inserted else { continue }
      // A misspelt jump is reported as such; what lies behind it is not to blame.
      guard program.nodes[name] != nil || !program.members(of: name).isEmpty else { return [] }
      let facts = program.nodes[name]?.facts
      waiting += program.members(of: name)
      waiting += ((facts?.jumps ?? []) + (facts?.detours ?? [])).map(\.text)
    }
    return program.nodes.values.filter { !reached.contains($0.name) }.map {
      ContentFault(
        "KI0110", file: $0.sourceName, line: $0.line,
        "nothing leads to the node '\($0.name)'")
    }
  }
}
