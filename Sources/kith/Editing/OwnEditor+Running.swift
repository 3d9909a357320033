import FoundationEssentials
import Glibc

extension OwnEditor {
  /// What came of editing.
  struct Edited: Equatable {
    /// The text as the editor left it.
    var text: String

    /// The signal that asked the program to leave meanwhile; `nil` when none did.
    var signal: Int32?
  }

  /// Lets the person edit a text in a folder in memory, and waits for the editor to end.
  ///
  /// Signals that would end the program wait until the text is back, so that it is not lost.
  ///
  /// - Parameters:
  ///   - text: The text to begin with.
  ///   - environment: The variables for the editor.
  /// - Returns: The text as the editor left it.
  /// - Throws: ``Failure`` when the editor cannot be started or ends with an error.
  func edit(_ text: String, environment: [String: String]) throws -> Edited {
    let folder = try MemoryFolder(environment: environment)
    defer { folder.remove() }
    let file = "\(folder.path)/entry.txt"
    guard
      FileManager.default.createFile(
        atPath: file, contents: Data((text + "\n").utf8), attributes: [.posixPermissions: 0o600])
    else { throw Failure(message: "there is no room in memory for the editor") }
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for signal in [SIGHUP, SIGTERM, SIGINT, SIGQUIT] { sigaddset(&held, signal) }
    sigprocmask(SIG_BLOCK, &held, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }
    let status = try run(file, environment.merging(["TMPDIR": folder.path]) { $1 })
    let signal = Self.takePending()
    guard status == 0 || signal != nil else {
      throw Failure(
        message: "the editor ended with an error, so nothing was changed",
        hint: "leave out --editor to use the built-in editor")
    }
    guard var edited = FileManager.default.contents(atPath: file) else {
      throw Failure(message: "the editor took its file away, so nothing was changed")
    }
    while edited.last == UInt8(ascii: "\n") { edited.removeLast() }
    return Edited(text: String(decoding: edited, as: UTF8.self), signal: signal)
  }

  /// Takes the signals that came meanwhile; Ctrl-C and Ctrl-\ were meant for the editor.
  private static func takePending() -> Int32? {
    var pending = sigset_t()
    sigpending(&pending)
    var ending: Int32?
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP] where sigismember(&pending, number) == 1 {
      var one = sigset_t()
      sigemptyset(&one)
      sigaddset(&one, number)
      var taken: Int32 = 0
      sigwait(&one, &taken)
      if number == SIGTERM || number == SIGHUP { ending = number }
    }
    return ending
  }

  /// Starts the editor with every signal as a program expects it, and waits for its end.
  private func run(_ file: String, _ environment: [String: String]) throws -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process = pid_t()
    let started = Self.withPointers(command(for: file)) { words in
      Self.withPointers(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&process, program, nil, &attributes, words, variables)
      }
    }
    guard started == 0 else {
      throw Failure(
        message: "the editor could not be started",
        hint: "correct VISUAL or EDITOR, or leave out --editor")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status
  }

  private static func withPointers<Answer>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Answer
  ) -> Answer {
    let pointers = texts.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }
}
