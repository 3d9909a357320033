import Coach
import YarnAuthoring
import YarnRuntime

extension HostModel {
  /// What is known of the program that a project's scripts are written for.
  ///
  /// Scripts that have all of kith's commands are explored as kith runs them: some commands end the
  /// sitting, `<<prompt>>` runs a member of a node group, and a choice can be skipped unless the
  /// node says otherwise.
  init(_ definitions: ScriptDefinitions) {
    let commands = Set(definitions.commands.keys)
    self.init(functions: definitions.functions, commands: commands.isEmpty ? nil : commands)
    guard commands.isSuperset(of: CoachCommand.allCases.map(\.rawValue)) else { return }
    endingCommands = [CoachCommand.pause.rawValue, CoachCommand.keepNothing.rawValue]
    detouringCommands = [CoachCommand.prompt.rawValue: "Prompt"]
    mayDecline = true
    undeclinable = Header(key: "skip", value: "no", line: 0)
  }
}
