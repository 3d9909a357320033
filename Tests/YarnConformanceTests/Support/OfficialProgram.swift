import Foundation
import YarnCompiler
import YarnRuntime

/// A random script with the events that the official engine gave.
struct OfficialProgram: Decodable {
  var name: String
  var saliency: SaliencyStrategy
  var choices: Choices
  var source: String
  var events: [OfficialEvent]

  /// The replies: a list of picks counted from 1, or a seed of a small generator.
  enum Choices: Decodable {
    case picks([Int])
    case seed(UInt32)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        self = .picks(try container.decode([Int].self))
      } catch {
        let text = try container.decode(String.self)
        guard let seed = UInt32(text.dropFirst()) else {
          throw DecodingError.dataCorruptedError(
            in: container, debugDescription: "no seed follows the ‘r’")
        }
        self = .seed(seed)
      }
    }

    mutating func pick(from available: [Int]) -> Int? {
      guard !available.isEmpty else { return nil }
      switch self {
      case .picks(var picks):
        let pick = picks.isEmpty ? 1 : picks.removeFirst()
        self = .picks(picks)
        return available.contains(pick - 1) ? pick - 1 : available.first
      case .seed(var seed):
        seed = seed &* 1_664_525 &+ 1_013_904_223
        self = .seed(seed)
        return available[Int(seed >> 8) % available.count]
      }
    }
  }

  /// Compiles and runs the script and tells the first thing that differs.
  var difference: String? {
    let compilation = OfficialHost.compile(source, name: name + ".yarn")
    guard let program = compilation.program else {
      return compilation.diagnostics.filter { $0.severity == .error }.map(\.description)
        .joined(separator: "\n")
    }
    do {
      let found = try run(program)
      for (index, expected) in events.enumerated() {
        let event = index < found.count ? found[index] : nil
        guard event == expected.comparable else {
          return "event \(index): expected \(expected.comparable), found \(event ?? "nothing")"
        }
      }
      return found.count > events.count ? "more events: \(found[events.count])" : nil
    } catch {
      return "\(error)"
    }
  }

  private func run(_ program: Program) throws -> [String] {
    var dialogue = Dialogue(program: program, seed: 1, saliency: saliency)
    var choices = choices
    var found: [String] = []
    try dialogue.start(at: "Start")
    while found.count <= events.count {
      let event = try dialogue.next(using: OfficialHost.library)
      found += OfficialEvent.comparable(event)
      if case .options(let options) = event {
        let pick = choices.pick(from: options.filter(\.isAvailable).map(\.index))
        found.append("select \(pick ?? -1)")
        try dialogue.choose(pick)
      }
      if event == .dialogueCompleted { break }
    }
    return found
  }
}

/// An event as the official engine recorded it.
struct OfficialEvent: Decodable {
  var ev: String
  var node: String?
  var text: String?
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
