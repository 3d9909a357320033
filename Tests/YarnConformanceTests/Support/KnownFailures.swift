/// The official cases that do not pass yet, by name.
///
/// The tests assert that each of them still fails, so a case that starts to pass must be taken
/// off the list.
enum KnownFailures {
  static let plans: Set<String> = []
  static let traces: Set<String> = []
  static let mustFail: Set<String> = []
  static let programs: Set<String> = []
  static let numbers: Set<String> = []
  static let markup: Set<Int> = []
  static let plurals: Set<String> = []

  static let diagnostics: Set<String> = []
}
