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

  /// The official compiler goes on to report what follows from a mistake; ours gives one error
  /// for one cause.
  static let diagnostics: Set<String> = [
    "1 def/YS0005/0",
    "15 def/YS0028/0",
    "33 ErrorHandlingTests.TestInvalidVariableNameInSetOrDeclare",
    "34 ErrorHandlingTests.TestInvalidVariableNameInSetOrDeclare",
    "39 ErrorHandlingTests.TestUnbalancedCommandTerminalsGenerateDiagnostics",
    "103 file/Declarations-MustHaveValues.yarn",
    "106 file/Enums-MustHaveConstantRawValues.yarn",
    "115 file/Inference-MemberReferencesMustBeUnambiguous.yarn",
    "123 file/OptionConditions-MustHaveExpressions.yarn",
  ]
}
