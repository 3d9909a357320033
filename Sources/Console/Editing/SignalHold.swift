import CReadline

/// Holds back the signals that would end or stop the program, until the last reference goes.
///
/// Between Enter and the moment a reply is on the disk nobody may end the program by accident. A
/// prompt that opens meanwhile obeys what has come; else it takes effect afterwards.
///
/// A class, because the end of its life is the point of it.
public final class SignalHold {
  private let queue: SignalQueue

  /// Begins to hold back INT, TERM, HUP, QUIT, TSTP, WINCH and CONT.
  public init() {
    queue = SignalQueue()
  }

  /// Does something that no signal may cut short.
  ///
  /// - Parameter body: What to do.
  /// - Returns: What it gives.
  /// - Throws: What it throws.
  public static func during<Value>(_ body: () throws -> Value) rethrows -> Value {
    let hold = SignalHold()
    defer { withExtendedLifetime(hold) {} }
    return try body()
  }
}
