import Glibc

/// A program on a pseudo-terminal of its own, and what its screen shows.
///
/// A class, because it owns a process and a descriptor; both end with the last reference.
public final class PtySession {
  /// What the screen shows so far.
  public private(set) var screen: Screen

  /// Every byte that the program wrote so far.
  public private(set) var bytes: [UInt8] = []

  /// The number of the program's process.
  public let process: pid_t

  private let master: Int32
  private var status: Int32?

  /// Why a session could not go on.
  public struct Failure: Error, CustomStringConvertible {
    /// What was expected, and what the screen showed instead.
    public let description: String
  }

  /// Starts a program that sees this pseudo-terminal as its only terminal.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its own name.
  ///   - rows: The height of the window.
  ///   - columns: The width of the window.
  ///   - environment: Variables in addition to a small fixed set, or in place of one of it.
  /// - Throws: ``Failure`` when the system gives no terminal or no process.
  public init(
    _ path: String, _ arguments: [String], rows: Int = 24, columns: Int = 80,
    environment: [String: String] = [:]
  ) throws {
    master = try Self.openTerminal(rows: rows, columns: columns)
    screen = Screen(rows: rows, columns: columns)
    let variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "INPUTRC": "/dev/null", "HOME": "/nonexistent",
      "PATH": "/usr/bin:/bin", "TZ": "UTC",
    ].merging(environment) { $1 }
    do {
      process = try Self.start(path, arguments, variables, on: master)
    } catch {
      close(master)
      throw error
    }
  }

  /// Starts a program as the job of a shell, so that Ctrl-Z can stop it.
  ///
  /// When it stops, the shell shows `STOPPED`; Enter then continues it.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its own name.
  /// - Throws: ``Failure`` when the system gives no terminal or no process.
  public convenience init(underShell path: String, _ arguments: [String]) throws {
    let command = "set -m; \"$0\" \"$@\"; echo STOPPED; read key; fg >/dev/null"
    try self.init("/bin/sh", ["-c", command, path] + arguments)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  /// Types a text, all of it, reading meanwhile what the program writes.
  ///
  /// - Parameter text: The keys; `"\r"` is Enter and `"\u{3}"` is Ctrl-C.
  public func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      var ready = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&ready, 1, 10_000) > 0 else { return }
      if ready.revents & Int16(POLLIN) != 0 { receive(milliseconds: 0) }
      guard ready.revents & Int16(POLLHUP) == 0 else { return }
      guard ready.revents & Int16(POLLOUT) != 0 else { continue }
      let piece = rest.prefix(512)
      let count = piece.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the window another size; the program gets SIGWINCH.
  ///
  /// - Parameters:
  ///   - rows: The new height.
  ///   - columns: The new width.
  public func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    Self.setSize(of: master, rows: rows, columns: columns)
  }

  /// Sends a signal to the program.
  ///
  /// - Parameter number: The signal.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Reads until the screen shows a text.
  ///
  /// - Parameters:
  ///   - text: What has to appear.
  ///   - seconds: The limit; generous, because the machine may be busy with other things.
  /// - Throws: ``Failure`` with the screen as it is when the limit has passed.
  public func wait(for text: String, seconds: Int = 60) throws {
    try wait(for: "‘\(text)’", seconds: seconds) { $0.text.contains(text) }
  }

  /// Reads until the screen fulfils a condition.
  ///
  /// - Parameters:
  ///   - what: What is waited for, in words.
  ///   - seconds: The limit.
  ///   - isReached: The condition.
  /// - Throws: ``Failure`` with the screen as it is when the limit has passed.
  public func wait(for what: String, seconds: Int = 60, until isReached: (Screen) -> Bool) throws {
    var left = seconds * 20
    while !isReached(screen) {
      guard left > 0, receive(milliseconds: 50) || isReached(screen) else {
        throw Failure(description: "never saw \(what); the screen shows:\n\(screen.text)")
      }
      left -= 1
    }
  }

  /// Reads until the program has ended.
  ///
  /// - Parameter seconds: The limit.
  /// - Returns: Its exit status, or the negative number of the signal that ended it.
  /// - Throws: ``Failure`` when it goes on running.
  public func exitStatus(seconds: Int = 60) throws -> Int32 {
    for _ in 0..<(seconds * 20) where status == nil {
      var state: Int32 = 0
      if waitpid(process, &state, WNOHANG) == process {
        status = state & 0x7F == 0 ? (state >> 8) & 0xFF : -(state & 0x7F)
        while receive(milliseconds: 0) == true, hasMore {}
      } else {
        receive(milliseconds: 50)
      }
    }
    guard let status else {
      throw Failure(description: "still running; the screen shows:\n\(screen.text)")
    }
    return status
  }

  /// Whether the terminal echoes and edits lines by itself, as a shell expects to find it.
  public var isTerminalCalm: Bool {
    var mode = termios()
    guard tcgetattr(master, &mode) == 0 else { return false }
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return mode.c_lflag & wanted == wanted && mode.c_iflag & tcflag_t(IXON) != 0
  }

  private var hasMore: Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, 0) > 0 && ready.revents & Int16(POLLIN) != 0
  }

  /// Reads what comes within some time.
  ///
  /// - Returns: Whether the program may still write.
  @discardableResult
  private func receive(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else {
      // The other side is closed; the wait must not become a busy one.
      usleep(useconds_t(milliseconds) * 1000)
      return false
    }
    bytes += buffer[..<count]
    screen.feed(buffer[..<count])
    return true
  }
}

extension PtySession {
  /// TIOCSPTLCK and TIOCGPTN, which the C library's posix_openpt family uses and Swift does not see.
  private static let unlockRequest: UInt = 0x4004_5431
  private static let numberRequest: UInt = 0x8004_5430

  private static func openTerminal(rows: Int, columns: Int) throws -> Int32 {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    guard master >= 0, ioctl(master, unlockRequest, &isLocked) == 0 else {
      throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    setSize(of: master, rows: rows, columns: columns)
    return master
  }

  private static func setSize(of terminal: Int32, rows: Int, columns: Int) {
    var size = winsize()
    size.ws_row = UInt16(clamping: rows)
    size.ws_col = UInt16(clamping: columns)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  private static func start(
    _ path: String, _ arguments: [String], _ variables: [String: String], on master: Int32
  ) throws -> pid_t {
    var number: UInt32 = 0
    guard ioctl(master, numberRequest, &number) == 0 else {
      throw Failure(description: "the pseudo-terminal has no name")
    }
    let name = "/dev/pts/\(number)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // In a session of its own, the first terminal that is opened controls the process.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    return try ChildProcess.spawn(path, arguments, variables, actions, inNewSession: true)
  }
}
