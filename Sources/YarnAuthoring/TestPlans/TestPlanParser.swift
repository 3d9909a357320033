import YarnCompiler
import YarnRuntime

/// Reads the lines of a test plan one by one, so that one bad line does not hide another.
struct TestPlanParser {
  let file: String
  private(set) var runs: [[TestPlan.Step]] = [[]]
  private(set) var faults: [TestPlanFault] = []

  init(file: String) {
    self.file = file
  }

  mutating func parse(_ text: String) {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      var scanner = LineScanner(line)
      scanner.skipBlanks()
      if scanner.isAtEnd { continue }
      if scanner.accept("---") {
        runs.append([])
        continue
      }
      do throws(LineFault) {
        let action = try scanner.action()
        runs[runs.count - 1].append(TestPlan.Step(line: index + 1, action: action))
      } catch {
        faults.append(
          TestPlanFault(
            problem: error.problem, file: file, line: index + 1, column: error.column))
      }
    }
  }
}

/// What is wrong in a line, and where in it.
private struct LineFault: Error {
  var problem: TestPlanFault.Problem
  var column: Int
}

/// Reads one line of a plan from left to right.
private struct LineScanner {
  private let line: Substring
  private var rest: Substring

  init(_ line: Substring) {
    self.line = line
    rest = line
  }

  /// Whether nothing but a remark is left.
  var isAtEnd: Bool { rest.isEmpty || rest.first == "#" }

  mutating func skipBlanks() { rest = rest.drop { $0.isWhitespace } }

  mutating func accept(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func word() -> String {
    let word = rest.prefix { !$0.isWhitespace && $0 != ":" && $0 != "#" }
    rest = rest.dropFirst(word.count)
    return String(word)
  }

  private func fault(_ problem: TestPlanFault.Problem, at place: Substring) -> LineFault {
    LineFault(
      problem: problem, column: line[..<place.startIndex].utf16.count + 1)
  }

  mutating func action() throws(LineFault) -> TestPlan.Action {
    let start = rest
    let word = word()
    let action: TestPlan.Action
    if word == "stop" {
      action = .stop
    } else {
      skipBlanks()
      guard TestPlanParser.steps.contains(word), accept(":") else {
        let nearest = NearestName.of(word, among: TestPlanParser.steps)
        throw fault(.unknownStep(word, nearest: nearest), at: start)
      }
      skipBlanks()
      action = try argument(of: word)
    }
    skipBlanks()
    guard isAtEnd else { throw fault(.trailingText(String(rest)), at: rest) }
    return action
  }

  private mutating func argument(of step: String) throws(LineFault) -> TestPlan.Action {
    switch step {
    case "line": return accept("*") ? .line(nil) : .line(try text(of: step))
    case "option":
      let text = try text(of: step)
      skipBlanks()
      return .option(text, isAvailable: !(accept("[disabled]") || accept("disabled")))
    case "command": return .command(try text(of: step))
    case "select": return .select(try number())
    case "set": return try assignment()
    case "saliency": return .saliency(try strategy())
    default:
      let place = rest
      let name = word()
      guard !name.isEmpty else { throw fault(.noName, at: place) }
      return .node(name)
    }
  }

  private mutating func text(of step: String) throws(LineFault) -> String {
    let start = rest
    guard accept("`"), let end = rest.firstIndex(of: "`") else {
      throw fault(.missingText(step: step), at: start)
    }
    let text = rest[..<end]
    rest = rest[rest.index(after: end)...]
    return String(text)
  }

  private mutating func number() throws(LineFault) -> Int {
    let place = rest
    guard let number = Int(word()), number >= 0 else { throw fault(.noNumber, at: place) }
    return number
  }

  private mutating func strategy() throws(LineFault) -> SaliencyStrategy {
    let place = rest
    let name = word()
    guard let strategy = SaliencyStrategy(rawValue: name) else {
      let nearest = NearestName.of(name, among: SaliencyStrategy.allCases.map(\.rawValue))
      throw fault(.unknownStrategy(name, nearest: nearest), at: place)
    }
    return strategy
  }

  private mutating func assignment() throws(LineFault) -> TestPlan.Action {
    let place = rest
    let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "#" }
    rest = rest.dropFirst(name.count)
    skipBlanks()
    guard name.hasPrefix("$"), name.count > 1, accept("=") else {
      throw fault(.noAssignment, at: place)
    }
    skipBlanks()
    let start = rest
    guard let value = value() else { throw fault(.noAssignment, at: start) }
    return .set(String(name), value)
  }

  /// A value as plans write it; text in double quotes is an addition of ours.
  private mutating func value() -> Value? {
    if accept("\"") {
      guard let end = rest.firstIndex(of: "\"") else { return nil }
      let text = rest[..<end]
      rest = rest[rest.index(after: end)...]
      return .string(String(text))
    }
    let word = word()
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return Float(word).map(Value.number)
    }
  }
}

extension TestPlanParser {
  fileprivate static let steps = [
    "line", "option", "command", "stop", "select", "set", "saliency", "node",
  ]
}
