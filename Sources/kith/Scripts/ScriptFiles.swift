import YarnAuthoring
import YarnCompiler
import YarnRuntime

/// Scripts read from the disk: `.yarn` files, a `.yarnproject`, or a folder.
///
/// A folder stands for its project when it has exactly one; else for every `.yarn` file below it.
struct ScriptFiles {
  /// The scripts that could be read, in the order of their paths.
  var sources: [Source] = []

  /// What the scripts are compiled with.
  var compiler = Compiler(functions: HarnessFunctions.signatures)

  /// What could not be read.
  var diagnostics: [Diagnostic] = []

  /// The functions and commands that the host is said to know.
  var definitions = ScriptDefinitions()

  /// The project, when there is one.
  var project: YarnProject?

  /// The folder that the paths in the project and in tables start from.
  var projectFolder = "."

  /// Reads scripts and everything that belongs to them.
  ///
  /// - Parameter path: A `.yarn` file, a `.yarnproject`, or a folder.
  /// - Returns: The scripts, with what could not be read.
  /// - Throws: ``Failure`` when there is nothing to read at the path.
  static func read(_ path: String) throws -> ScriptFiles {
    try read(paths: [path])
  }

  /// Reads scripts that are compiled together.
  ///
  /// - Parameter paths: `.yarn` files, or one project or folder.
  /// - Returns: The scripts, with what could not be read.
  /// - Throws: ``Failure`` when there is nothing to read at one of the paths.
  static func read(paths: [String]) throws -> ScriptFiles {
    var reading = ScriptReading()
    for path in paths { try reading.read(path) }
    return reading.finished()
  }

  /// Compiles the scripts; the remarks of reading come first.
  func compile() -> Compilation {
    var compilation = compiler.compile(sources)
    compilation.diagnostics = diagnostics + compilation.diagnostics
    if diagnostics.contains(where: { $0.severity == .error }) { compilation.program = nil }
    return compilation
  }

  /// Compiles the scripts into a program that can run.
  ///
  /// - Throws: ``Failure`` with every error and the line it stands in.
  func program() throws -> Program {
    let compilation = compile()
    guard let program = compilation.program else {
      let errors = compilation.diagnostics.filter { $0.severity == .error }
      let shown = errors.prefix(20).map { DiagnosticExcerpt($0).text }
      let rest = errors.count > shown.count ? ["and \(errors.count - shown.count) more"] : []
      throw Failure(
        message: "the scripts have errors, so they do not run\n"
          + (shown + rest).joined(separator: "\n"),
        hint: "mend the places named above; 'kith script check' lists the warnings as well")
    }
    return program
  }
}
