import ArgumentParser

/// What authors of scripts need: any Yarn script or project, kith's own or somebody else's.
struct ScriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script",
    abstract: "Play, check and test scripts written in the Yarn Spinner language.",
    discussion: """
      A script is a .yarn file, a .yarnproject, or a folder that holds them. Every command also \
      takes --plain (linear text for screen readers) and --seed NUMBER (repeatable chance).
      """,
    subcommands: [
      ScriptPlayCommand.self, ScriptCheckCommand.self, StringsCommand.self, ScriptTestCommand.self,
      ScriptTraceCommand.self, ScriptMarkupCommand.self, ScriptGraphCommand.self,
      ScriptExploreCommand.self,
    ])
}
