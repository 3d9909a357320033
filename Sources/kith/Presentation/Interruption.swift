/// Why the person is no longer at the prompt.
enum Interruption: Error, Equatable {
  /// They asked for a pause, or their input ended.
  case pause
  /// They asked for everything to be put out of sight.
  case hide
  /// Nobody typed for a while; everything is out of sight.
  case idle
  /// The system asked the program to leave, by this signal.
  case signal(Int32)
}
