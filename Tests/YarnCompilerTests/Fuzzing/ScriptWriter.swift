import YarnRuntime

/// Writes random scripts that mostly follow the grammar.
struct ScriptWriter {
  var chance: RandomSource
  private var depth = 0

  init(chance: RandomSource) {
    self.chance = chance
  }

  mutating func script() -> String {
    (0..<Int.random(in: 1...4, using: &chance)).map { node($0) }.joined()
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &chance)]
  }

  private mutating func node(_ number: Int) -> String {
    depth = 0
    let name = pick(["Start", "A", "B", "N\(number)"])
    let headers = pick([
      "", "", "tags: a b\n", "tracking: always\n", "when: always\n", "when: once\n",
      "when: \(expression())\n", "when: once if \(expression())\nsubtitle: s\(number)\n",
    ])
    return "title: \(name)\n\(headers)---\n\(block(""))===\n"
  }

  private mutating func block(_ indent: String) -> String {
    depth += 1
    defer { depth -= 1 }
    let count = Int.random(in: depth > 4 ? 1...1 : 1...4, using: &chance)
    return (0..<count).map { _ in statement(indent) }.joined()
  }

  private mutating func statement(_ indent: String) -> String {
    switch Int.random(in: 0..<(depth > 4 ? 8 : 14), using: &chance) {
    case 0, 1, 2: return indent + line() + "\n"
    case 3:
      return indent + "<<set \(variable()) \(pick(["=", "to", "+=", "*="])) \(expression())>>\n"
    case 4: return indent + "<<declare \(variable()) = \(expression())>>\n"
    case 5:
      return indent + "<<\(pick(["jump", "detour"])) \(pick(["A", "B", "Start", "{\"A\"}"]))>>\n"
    case 6:
      return indent
        + pick(["<<stop>>", "<<return>>", "<<wait {\(expression())}>>", "<<call dice(6)>>"]) + "\n"
    case 7: return pick(["\n", "// comment\n", indent + "\n"])
    case 8, 9: return choices("->", indent)
    case 10: return choices("=>", indent)
    case 11:
      return "\(indent)<<if \(expression())>>\n\(block(indent + "  "))"
        + pick(["", "\(indent)<<elseif \(expression())>>\n\(indent)a\n", "\(indent)<<else>>\nb\n"])
        + "\(indent)<<endif>>\n"
    case 12:
      return "\(indent)<<once\(pick(["", " if true"]))>>\n\(block(indent + " "))"
        + "\(indent)<<endonce>>\n"
    default:
      return "<<enum E\(depth)>>\n<<case X\(pick(["", " = 1", " = \"x\""]))>>\n"
        + "<<case Y\(pick(["", " = 2", " = \"y\""]))>>\n<<endenum>>\n"
    }
  }

  private mutating func choices(_ arrow: String, _ indent: String) -> String {
    (0..<Int.random(in: 1...3, using: &chance)).map { _ in
      "\(indent)\(arrow) \(line())\n"
        + (Bool.random(using: &chance) ? block(indent + pick(["  ", "    ", "\t"])) : "")
    }.joined()
  }

  private mutating func line() -> String {
    let text = pick([
      "a line", "Mae: hello", "x {\(expression())} y", "[b]bold[/b]", "é 😀 \\{ \\#",
      "[select value={\(expression())} a=\"b\" /]", "{\(expression())}",
    ])
    let condition = pick(["", "", "", " <<if \(expression())>>", " <<once>>"])
    return text + condition + pick(["", "", " #tag", " #line:\(depth)", " // note"])
  }

  private mutating func variable() -> String { pick(["$a", "$b", "$c", "$d"]) }

  private mutating func expression() -> String {
    depth += 1
    defer { depth -= 1 }
    switch Int.random(in: 0..<(depth > 6 ? 6 : 12), using: &chance) {
    case 0: return pick(["1", "2.5", "0", "-3"])
    case 1: return pick(["true", "false"])
    case 2: return pick(["\"A\"", "\"a \\\" b\"", "\"\""])
    case 3, 4: return variable()
    case 5: return pick(["E1.X", ".Y", "dice(6)", "random()", "visited(\"A\")", "f()"])
    case 6: return "(\(expression()))"
    case 7: return "\(pick(["not ", "!", "-"]))\(expression())"
    case 8: return "\(pick(["string", "number", "bool", "round", "g"]))(\(expression()))"
    default:
      let sign = pick(["+", "-", "*", "/", "%", "==", "!=", "<", ">=", "and", "||", "xor", "is"])
      return "\(expression()) \(sign) \(expression())"
    }
  }
}
