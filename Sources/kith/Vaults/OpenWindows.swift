import FoundationEssentials
import Glibc

/// The other processes of the same user in which the program runs.
struct OpenWindows {
  /// The folder in which the system lists processes.
  var processes = "/proc"

  /// This process.
  var own = getpid()

  /// Whose processes count.
  var user = getuid()

  /// The numbers of the other processes, lowest first.
  func others() -> [Int32] {
    // A system that lists no processes shows none of ours.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: processes)) ?? []
    return names.compactMap { Int32($0) }.filter { $0 != own && isWindow($0) }.sorted()
  }

  /// Asks processes to seal what is being typed and to end, and waits up to three seconds.
  ///
  /// - Returns: Those that are still there.
  func close(_ windows: [Int32]) -> [Int32] {
    for process in windows where isWindow(process) { kill(process, SIGTERM) }
    for _ in 1...30 {
      let left = windows.filter(isWindow)
      if left.isEmpty { return [] }
      usleep(100_000)
    }
    return windows.filter(isWindow)
  }

  /// Whether a process is a living one of this program and of the user.
  private func isWindow(_ process: Int32) -> Bool {
    let fields = status(of: process)
    guard fields["Name"] == "kith", fields["State"]?.hasPrefix("Z") != true else { return false }
    return fields["Uid"]?.split(whereSeparator: \.isWhitespace).first.flatMap { UInt32($0) } == user
  }

  private func status(of process: Int32) -> [String: String] {
    guard let file = FileManager.default.contents(atPath: "\(processes)/\(process)/status") else {
      return [:]
    }
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
    return Dictionary(
      lines.compactMap { line in
        line.firstIndex(of: ":").map { colon in
          (String(line[..<colon]), String(line[line.index(after: colon)...]).trimmed)
        }
      }, uniquingKeysWith: { first, _ in first })
  }
}
