import YarnAuthoring
import YarnCompiler
import YarnRuntime

/// How the official test harness compiles scripts.
enum OfficialHost {
  /// The functions known when scripts run.
  static let library = HarnessFunctions.library

  static func compile(_ text: String, name: String, languageVersion: Int = 4) -> Compilation {
    Compiler(functions: HarnessFunctions.signatures, languageVersion: languageVersion)
      .compile([Source(name: name, text: text)])
  }
}
