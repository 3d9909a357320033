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
      switch self {
      case .picks(var picks):
        let pick = picks.isEmpty ? 1 : picks.removeFirst()
        self = .picks(picks)
        return available.contains(pick - 1) ? pick - 1 : available.first
      case .seed(var seed):
        seed = seed &* 1_664_525 &+ 1_013_904_223
        self = .seed(seed)
        return available.isEmpty ? nil : available[Int(seed >> 8) % available.count]
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
