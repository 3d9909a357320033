/// Why the person is no longer at the prompt.
enum Interruption: Error, Equatable {
  /// They asked for a pause, or their input ended.
  case pause
  /// They asked for everything to be put out of sight.
  case hide
  /// The system asked the program to leave, by this signal.
  case signal(Int32)
}
