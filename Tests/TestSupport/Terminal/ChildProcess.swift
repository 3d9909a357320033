import Glibc

/// A program under test that reads from one pipe and writes to another.
///
/// A class, because it owns a process and two descriptors; all end with the last reference.
public final class ChildProcess {
  /// What a finished program left.
  public struct Outcome: Equatable, Sendable {
    /// All that it wrote to its standard output and that was not thrown away.
    public var output: String

    /// Its exit status, or the negative number of the signal that ended it.
    public var status: Int32

    /// Makes an outcome, to compare with.
    ///
    /// - Parameters:
    ///   - output: What is written to the standard output.
    ///   - status: The exit status, or the negative number of a signal.
    public init(output: String, status: Int32) {
      self.output = output
      self.status = status
    }
  }

  private let process: pid_t
  private var input: Int32?
  private var output: Int32?
  private var bytes: [UInt8] = []
  private var isFinished = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its own name.
  ///   - command: Where given, the program runs in `sh -c` with this command line, in which
  ///     `"$0"` is the program and `"$@"` are its arguments.
  /// - Throws: ``PtySession/Failure`` when the system gives no process.
  public init(_ path: String, _ arguments: [String], throughShell command: String? = nil) throws {
    let (childInput, inputEnd) = try Self.privatePipe()
    let (outputEnd, childOutput) = try Self.privatePipe()
    defer {
      close(childInput)
      close(childOutput)
    }
    (input, output) = (inputEnd, outputEnd)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, childInput, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, childOutput, STDOUT_FILENO)
    let (program, words) =
      command.map { ("/bin/sh", ["-c", $0, path] + arguments) } ?? (path, arguments)
    process = try Self.spawn(
      program, words, ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"], actions, inNewSession: false)
    Glibc.signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    closeInput()
    closeOutput()
    guard !isFinished else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its own name.
  ///   - input: Its whole standard input.
  ///   - command: As for ``init(_:_:throughShell:)``.
  /// - Returns: What it wrote and how it ended.
  /// - Throws: ``PtySession/Failure`` when the system gives no process.
  public static func run(
    _ path: String, _ arguments: [String], input: [UInt8] = [], throughShell command: String? = nil
  ) throws -> Outcome {
    let child = try ChildProcess(path, arguments, throughShell: command)
    child.send(input)
    child.closeInput()
    return child.finish()
  }

  /// Writes to the program's input; what it does not want is dropped.
  ///
  /// - Parameter bytes: What to write.
  public func send(_ bytes: [UInt8]) {
    guard let input else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether the program has not yet read all that was sent to it.
  public var isInputWaiting: Bool {
    var count: Int32 = 0
    guard let input, ioctl(input, UInt(FIONREAD), &count) == 0 else { return false }
    return count > 0
  }

  /// Ends the program's input.
  public func closeInput() {
    if let input { close(input) }
    input = nil
  }

  /// Goes away as the reader of the program's output.
  public func closeOutput() {
    if let output { close(output) }
    output = nil
  }

  /// Sends a signal to the program.
  ///
  /// - Parameter number: The signal.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Reads until the program has written a text or closed its output.
  ///
  /// - Parameter text: What has to appear.
  public func wait(for text: String) {
    while !String(decoding: bytes, as: UTF8.self).contains(text), receive() {}
  }

  /// Reads all that is still to come and waits for the end.
  public func finish() -> Outcome {
    while receive() {}
    var state: Int32 = 0
    waitpid(process, &state, 0)
    isFinished = true
    let status = state & 0x7F == 0 ? (state >> 8) & 0xFF : -(state & 0x7F)
    return Outcome(output: String(decoding: bytes, as: UTF8.self), status: status)
  }

  private func receive() -> Bool {
    guard let output else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(output, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }
}

extension ChildProcess {
  /// Starts a program with default signals and nothing blocked.
  static func spawn(
    _ path: String, _ arguments: [String], _ variables: [String: String],
    _ actions: posix_spawn_file_actions_t, inNewSession: Bool
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // POSIX_SPAWN_SETSID is 0x80; its macro is hidden from Swift.
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags | (inNewSession ? 0x80 : 0)))
    let words = ([path] + arguments).map { strdup($0) }
    let settings = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { (words + settings).forEach { free($0) } }
    var process = pid_t()
    var actions = actions
    let error = posix_spawn(&process, path, &actions, &attributes, words + [nil], settings + [nil])
    guard error == 0 else {
      throw PtySession.Failure(
        description: "cannot start \(path): \(String(cString: strerror(error)))")
    }
    return process
  }

  /// A pipe that other children do not inherit.
  private static func privatePipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw PtySession.Failure(description: "no pipe: \(String(cString: strerror(errno)))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
