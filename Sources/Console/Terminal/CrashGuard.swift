import CReadline

/// What happens to the terminal when the program meets a fault of its own.
public enum CrashGuard {
  /// Remembers the terminal as it is, and sees to it that a crash restores it and prints nothing.
  ///
  /// Without this a trap leaves the terminal without echo, and the runtime's backtrace shows
  /// memory, which may hold what the person wrote. To be called first thing, before any prompt.
  public static func install() {
    kith_guard_against_crashes()
  }

  /// Notes whether the terminal shows its second screen, so that a crash turns back from it.
  ///
  /// Both functions are in one file, because each file has a state of the C header of its own.
  static func note(ownScreen isOpen: Bool) {
    kith_guard_own_screen(isOpen ? 1 : 0)
  }
}
