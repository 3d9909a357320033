import Glibc

/// A program to run, with everything it is given.
public struct Program: Sendable {
  /// The path of the program.
  public var path: String

  /// The words after the program's name.
  public var arguments: [String]

  /// The variables of the process, each as `NAME=value`.
  public var environment: [String]

  /// The files that descriptors are opened on to read; those not named are inherited.
  public var reads: [Int32: String] = [0: "/dev/null"]

  /// The files that descriptors are opened on to write, made or emptied first.
  public var writes: [Int32: String] = [1: "/dev/null", 2: "/dev/null"]

  /// Describes a program; nothing runs yet.
  ///
  /// - Parameters:
  ///   - path: The path of the program.
  ///   - arguments: The words after its name.
  ///   - environment: The variables of the process, each as `NAME=value`.
  public init(_ path: String, _ arguments: [String] = [], environment: [String] = []) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs the program to its end.
  ///
  /// - Returns: What it took.
  /// - Throws: ``SpawnError`` when it could not be started or waited for.
  public func run() throws(SpawnError) -> ProgramRun {
    var actions = try fileActions()
    defer { posix_spawn_file_actions_destroy(&actions) }
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let start = ContinuousClock.now
    let code = posix_spawn(&process, path, &actions, nil, words, variables)
    guard code == 0 else { throw SpawnError(path: path, code: code) }
    return try ProgramRun(waitingFor: process, path: path, since: start)
  }

  private func fileActions() throws(SpawnError) -> posix_spawn_file_actions_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    var codes = reads.map {
      posix_spawn_file_actions_addopen(&actions, $0.key, $0.value, O_RDONLY, 0)
    }
    codes += writes.map {
      posix_spawn_file_actions_addopen(
        &actions, $0.key, $0.value, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    if let code = codes.first(where: { $0 != 0 }) { throw SpawnError(path: path, code: code) }
    return actions
  }
}

/// A program could not be started or waited for.
public struct SpawnError: Error, CustomStringConvertible {
  /// The path of the program.
  public let path: String

  /// The system's number for what went wrong.
  public let code: Int32

  /// What is wrong and where.
  public var description: String {
    "\(path) could not be run: \(String(cString: strerror(code)))"
  }
}
