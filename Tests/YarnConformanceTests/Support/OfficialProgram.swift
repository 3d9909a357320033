import YarnAuthoring
import YarnCompiler
import YarnRuntime

/// A random script with the events that the official engine gave.
struct OfficialProgram: Decodable {
  var name: String
  var saliency: String
  var choices: Choices
  var source: String
  var events: [OfficialEvent]

  /// The replies: a list of picks counted from 1, or a seed of a small generator.
  struct Choices: Decodable {
    var choices: TraceChoices

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        choices = .picks(try container.decode([Int].self))
      } catch {
        guard let choices = TraceChoices(try container.decode(String.self)) else {
          throw DecodingError.dataCorruptedError(
            in: container, debugDescription: "no seed follows the ‘r’")
        }
        self.choices = choices
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
    guard let saliency = SaliencyStrategy(rawValue: saliency) else { return "unknown saliency" }
    var dialogue = Dialogue(program: program, seed: 1, saliency: saliency)
    do {
      try dialogue.start(at: "Start")
    } catch {
      return "\(error)"
    }
    return events.difference(
      from: Tracer(dialogue, choices: choices.choices, library: OfficialHost.library))
  }
}
