import YarnRuntime

/// The expectations of a `.testplan` file.
struct TestPlan {
  enum Step: Equatable {
    case line(String?)
    case option(String, isAvailable: Bool)
    case command(String)
    case stop
    case select(Int)
    case set(String, Value)
    case saliency(SaliencyStrategy)
    case node(String)
  }

  struct Unreadable: Error {
    var line: String
  }

  var runs: [[Step]] = []

  init(_ text: String) throws {
    var steps: [Step] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0.isWhitespace }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("---") {
        runs.append(steps)
        steps = []
      } else {
        steps.append(try Self.step(line))
      }
    }
    runs.append(steps)
  }

  private static func step(_ line: Substring) throws -> Step {
    let word = line.prefix { $0.isLetter }
    let rest = line.dropFirst(word.count).drop { $0 == ":" || $0 == " " }
    let quoted = rest.split(separator: "`", omittingEmptySubsequences: false)
    switch word {
    case "line": return .line(quoted.count > 2 ? String(quoted[1]) : nil)
    case "option" where quoted.count > 2:
      return .option(String(quoted[1]), isAvailable: !quoted[2].contains("disabled"))
    case "command" where quoted.count > 2: return .command(String(quoted[1]))
    case "stop": return .stop
    case "select": return .select(Int(rest.prefix { $0.isNumber }) ?? 0)
    case "set": return try set(rest)
    case "saliency":
      guard let strategy = SaliencyStrategy(rawValue: String(rest.prefix { !$0.isWhitespace }))
      else { throw Unreadable(line: String(line)) }
      return .saliency(strategy)
    case "node": return .node(String(rest.prefix { !$0.isWhitespace }))
    default: throw Unreadable(line: String(line))
    }
  }

  private static func set(_ rest: Substring) throws -> Step {
    let parts = rest.split(separator: "=").map { $0.filter { !$0.isWhitespace } }
    guard parts.count == 2 else { throw Unreadable(line: String(rest)) }
    switch parts[1] {
    case "true": return .set(parts[0], .bool(true))
    case "false": return .set(parts[0], .bool(false))
    default:
      guard let number = Float(parts[1]) else { throw Unreadable(line: String(rest)) }
      return .set(parts[0], .number(number))
    }
  }
}
