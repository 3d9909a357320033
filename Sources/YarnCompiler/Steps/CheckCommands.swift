import YarnRuntime

/// Compares the commands of scripts with those that the host knows, when it says which it knows.
func checkCommands(_ state: inout CompilationState) {
  guard let commands = state.commands else { return }
  for file in state.files {
    for node in file.nodes {
      Statement.forEach(in: node.body) { statement in
        if case .command(let command) = statement { check(command, commands, &state) }
      }
    }
  }
}

private func check(
  _ statement: CommandStatement, _ commands: [String: CommandSignature],
  _ state: inout CompilationState
) {
  let command = Command(text: placeholderText(statement))
  guard !command.name.contains(placeholder) else { return }
  guard let signature = commands[command.name] else {
    let nearest = state.suggestions.nearest(to: command.name, among: commands.keys)
    return state.report(.unknownCommand(command.name, nearest: nearest), statement.range)
  }
  let count = command.arguments.count
  guard count >= signature.required.count,
    count <= signature.required.count + signature.optional.count || signature.variadic != nil
  else {
    return state.report(
      .commandArguments(
        "‘\(command.name)’ takes \(signature.countText), not \(count)"), statement.range)
  }
  for (index, argument) in command.arguments.enumerated() {
    guard !argument.contains(placeholder), let type = signature.type(at: index),
      !canStand(argument, for: type, in: state)
    else { continue }
    state.report(
      .commandArguments("argument \(index + 1) of ‘\(command.name)’ must be a \(type)"),
      statement.range)
  }
}

/// Stands for the value of an expression, which is known only when the script runs.
private let placeholder: Character = "\u{FFFC}"

private func placeholderText(_ statement: CommandStatement) -> String {
  statement.pieces.map { piece in
    switch piece {
    case .text(let text): text
    case .expression: String(placeholder)
    }
  }.joined()
}

private func canStand(_ word: String, for type: ValueType, in state: CompilationState) -> Bool {
  switch type {
  case .number: Float(word) != nil
  case .bool: ["true", "false"].contains(word.lowercased())
  case .string, .any: true
  case .enumeration(let name): state.enums[name]?.cases[word] != nil
  }
}
