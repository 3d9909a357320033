import Glibc
import YarnAuthoring
import YarnCompiler

/// Test plans on the disk, each with the script beside it.
struct PlanFiles {
  /// What came of one plan.
  struct Outcome: Equatable {
    /// Everything there is to say about it; empty when it passed.
    var remarks: [String]
  }

  /// The paths of the plans, in the order of the arguments and then of the paths.
  let paths: [String]

  /// Finds plans.
  ///
  /// - Parameter arguments: Plans, scripts that have a plan, and folders with plans below them.
  /// - Throws: ``Failure`` when an argument leads to no plan.
  init(_ arguments: [String]) throws {
    var seen: Set<String> = []
    paths = try arguments.flatMap { try Self.plans(at: $0) }.filter { seen.insert($0).inserted }
  }

  private static func plans(at argument: String) throws -> [String] {
    var status = stat()
    guard stat(argument, &status) == 0 else {
      throw Failure(
        message: "there is no file or folder '\(argument)'",
        hint: "name a .testplan, a .yarn with its plan beside it, or a folder that holds them")
    }
    if status.st_mode & S_IFMT == S_IFDIR { return try plans(below: argument) }
    let plan = stem(of: argument) + ".testplan"
    guard argument == plan || access(plan, F_OK) == 0 else {
      throw Failure(
        message: "there is no plan beside '\(argument)'",
        hint: "write what the script should say into '\(plan)'")
    }
    return [plan]
  }

  private static func plans(below folder: String) throws -> [String] {
    let found = FolderWalk(folder).paths.filter { $0.hasSuffix(".testplan") }
    guard !found.isEmpty else {
      throw Failure(
        message: "there is no .testplan in '\(folder)' or below",
        hint: "a plan stands beside its script: 'Name.testplan' beside 'Name.yarn'")
    }
    if folder == "." { return found }
    return found.map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
  }

  private static func stem(of path: String) -> String {
    for ending in [".testplan", ".yarn"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  /// Runs the script beside a plan against it.
  func run(_ path: String) -> Outcome {
    var reader = TextReader()
    do {
      let plan = try TestPlan(try reader.text(of: path), file: path)
      let files = try ScriptFiles.read(try Self.script(beside: path))
      let compilation = files.compile()
      guard let program = compilation.program else {
        let errors = compilation.diagnostics.filter { $0.severity == .error }
        return Outcome(
          remarks: ["\(path):1:1: error: the script does not compile"]
            + errors.prefix(20).map { DiagnosticExcerpt($0).text })
      }
      let failures = plan.failures(in: program, using: files.library)
      return Outcome(
        remarks: failures.map { "\(path):\($0.line):1: error: the script does not follow\n\($0)" })
    } catch let refusal as FileRefusal {
      return Outcome(remarks: ["\(path):1:1: error: \(refusal.message)"])
    } catch let failure as Failure {
      return Outcome(remarks: ["\(path):1:1: error: \(failure.message)"])
    } catch {
      return Outcome(remarks: ["\(error)"])
    }
  }

  private static func script(beside plan: String) throws -> String {
    let script = stem(of: plan) + ".yarn"
    guard access(script, F_OK) == 0 else {
      throw Failure(message: "there is no script '\(script)' beside the plan")
    }
    return script
  }
}
