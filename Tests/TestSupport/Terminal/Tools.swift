import Glibc

/// Programs of the system that some tests need and not every computer has.
public enum Tools {
  /// Finds a program.
  ///
  /// - Parameter name: Its name.
  /// - Returns: Its path, or `nil` where it is not installed.
  public static func path(of name: String) -> String? {
    ["/usr/bin", "/bin", "/usr/sbin", "/sbin"].map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }

  /// Whether a process can be traced here; containers may forbid it.
  public static let canTrace: Bool = works("strace", ["-o", "/dev/null", "/bin/true"])

  /// Whether a process can be given a network without any device.
  public static let canCutOff: Bool = works("unshare", ["-n", "/bin/true"])

  private static func works(_ name: String, _ arguments: [String]) -> Bool {
    guard let path = path(of: name) else { return false }
    // A tool that cannot be started does not work here.
    return (try? ChildProcess.run(path, arguments).status) == 0
  }
}
