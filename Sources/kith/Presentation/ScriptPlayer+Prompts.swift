import Console
import YarnCompiler
import YarnRuntime

extension ScriptPlayer {
  private static let commands = ["back", "vars", "quit", "help"]

  /// Asks for a choice; with the first one the keys are shown.
  mutating func prompt() throws -> String {
    if !hasShownKeys {
      hasShownKeys = true
      screen.append(wrapped(":back · :vars · :quit · :help").map(screen.style.dim))
    }
    let typed = try screen.askOnce(LinePrompt("\(screen.margin)> "))
    transcript.type(typed)
    return typed
  }

  /// Does what a typed command says.
  ///
  /// - Returns: Whether it was a command.
  /// - Throws: ``Interruption/pause`` for `:quit`.
  mutating func obey(_ typed: String) throws -> Bool {
    let word = typed.trimmed.lowercased()
    if word == "?" { try showHelp() }
    guard word.hasPrefix(":"), !word.hasPrefix("::") else { return word == "?" }
    let name = String(word.dropFirst())
    let matches = Self.commands.filter { !name.isEmpty && $0.hasPrefix(name) }
    switch matches.count == 1 ? matches[0] : "" {
    case "back": try goBack()
    case "vars": try showVariables()
    case "quit": throw Interruption.pause
    case "help": try showHelp()
    default:
      let nearest = NearestName.of(name, among: Self.commands)
      try screen.say(
        "No command is called that. "
          + (nearest.map { "Did you mean :\($0)?" } ?? "Type :help to see them all."))
    }
    return true
  }

  private mutating func goBack() throws {
    guard let earlier = past.popLast() else {
      return try screen.say("This is the first choice; there is nothing before it.")
    }
    dialogue = earlier
    try remark("Back at the choice before.")
    try list(dialogue.waitingOptions)
  }

  /// Shows every variable with its value.
  private func showVariables() throws {
    let names = dialogue.program.variableTypes.keys.sorted()
    guard !names.isEmpty else { return try screen.say("The script has no variables.") }
    for name in names { try screen.write(wrapped("\(name) = \(value(of: name))")) }
    try screen.write([""])
  }

  private func value(of name: String) -> String {
    do {
      return try dialogue.value(of: name, using: library).literal
    } catch {
      return asked.takeMissing().map { "(asks \($0.text))" } ?? "(no value)"
    }
  }

  private func showHelp() throws {
    try screen.item(":back", "the choice before this one")
    try screen.item(":vars", "the variables of the script and their values")
    try screen.item(":quit", "leave; Ctrl-C and Ctrl-D do so too")
    try screen.write([""])
    try screen.say("An option is chosen by its number or by its first letters.")
  }

  /// Asks the author what a function gives, and remembers it for the same arguments.
  mutating func ask(_ call: AskedFunctions.Call) throws {
    let question = "The script asks \(call.text). What does it give? (\(call.wanted))"
    transcript.show(question)
    while true {
      try remark(question)
      let typed = try screen.askOnce(LinePrompt("\(screen.margin)> "))
      transcript.type(typed)
      if ":quit".hasPrefix(typed.trimmed.lowercased()), typed.trimmed.count > 1 {
        throw Interruption.pause
      }
      if let value = call.value(typed: typed) { return asked.answer(call, with: value) }
      try screen.say("That is not \(call.wanted).")
    }
  }
}
