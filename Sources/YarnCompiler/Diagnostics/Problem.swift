import YarnRuntime

/// What can be wrong with a script.
enum Problem: Equatable {
  case undeclaredVariable(String, nearest: String?)
  case missingDelimiter(String)
  case syntax(String)
  case unclosedCommand
  case strayInCommand(String)
  case unclosedScope(opened: String, expected: String, line: Int)
  case unreachableCode
  case unusedVariable(String)
  case duplicateTitle(String, other: String)
  case unknownNode(String, nearest: String?)
  case argumentCount(function: String, expected: String, found: Int)
  case lineAndShadow
  case duplicateLineID(String)
  case textAfterCommand
  case commandAfterText(String)
  case strayCommandEnd
  case keywordOutsideCommand(String)
  case titleCharacter(Character, header: String)
  case ambiguousType(String)
  case undeterminedType(String)
  case smartVariableSet(String)
  case groupWithoutWhen(String)
  case duplicateSubtitle(String, group: String)
  case emptyNode(String)
  case enumCase(String)
  case languageVersion(feature: String)
  case notConstant
  case unknownMember(type: String, member: String, nearest: String?)
  case redeclaredVariable(String)
  case redeclaredType(String)
  case repeatedOnce
  case unknownShadowSource(String)
  case shadowWithExpression
  case shadowTextDiffers
  case smartVariableLoop(String)
  case singleChevrons(String)
  case typeMismatch(String)
  case missingTitle
  case repeatedTitle
  case declaredTypeDiffers(String, declared: String, found: String)
  case repeatedLineID
  case malformedMarkup(String)
  case extraChevrons
  case untrackedVisit(String)
  case splitOptions
  case doubtfulCharacter(String)
  case unknownFunction(String, nearest: String?)
  case unknownCommand(String, nearest: String?)
  case commandArguments(String)
  case nestedTooDeeply(String)
  case furtherProblems
}

extension Problem {
  /// Yarn Spinner's code, or one that starts with `KI` for remarks that are our own.
  var code: String {
    switch self {
    case .undeclaredVariable: "YS0003"
    case .missingDelimiter: "YS0004"
    case .syntax: "YS0005"
    case .unclosedCommand, .strayInCommand: "YS0006"
    case .unclosedScope: "YS0007"
    case .unreachableCode: "YS0008"
    case .unusedVariable: "YS0010"
    case .duplicateTitle: "YS0011"
    case .unknownNode: "YS0012"
    case .argumentCount: "YS0014"
    case .lineAndShadow: "YS0017"
    case .duplicateLineID: "YS0018"
    case .textAfterCommand: "YS0019"
    case .commandAfterText: "YS0020"
    case .strayCommandEnd: "YS0021"
    case .keywordOutsideCommand: "YS0022"
    case .titleCharacter: "YS0027"
    case .ambiguousType: "YS0028"
    case .undeterminedType: "YS0029"
    case .smartVariableSet: "YS0030"
    case .groupWithoutWhen: "YS0031"
    case .duplicateSubtitle: "YS0032"
    case .emptyNode: "YS0033"
    case .enumCase: "YS0035"
    case .languageVersion: "YS0036"
    case .notConstant: "YS0037"
    case .unknownMember: "YS0038"
    case .redeclaredVariable: "YS0039"
    case .redeclaredType: "YS0040"
    case .repeatedOnce: "YS0041"
    case .unknownShadowSource: "YS0042"
    case .shadowWithExpression: "YS0043"
    case .shadowTextDiffers: "YS0044"
    case .smartVariableLoop: "YS0045"
    case .singleChevrons: "YS0048"
    case .typeMismatch: "YS0050"
    case .missingTitle: "YS0051"
    case .repeatedTitle: "YS0052"
    case .declaredTypeDiffers: "YS0053"
    case .repeatedLineID: "YS0062"
    case .malformedMarkup: "YS0063"
    case .extraChevrons: "YS0064"
    case .untrackedVisit: "KI0001"
    case .splitOptions: "KI0002"
    case .doubtfulCharacter: "KI0003"
    case .unknownFunction: "YS0013"
    case .unknownCommand: "YS0060"
    case .commandArguments: "YS0061"
    case .nestedTooDeeply: "KI0004"
    case .furtherProblems: "KI0005"
    }
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .unusedVariable, .furtherProblems: .info
    case .undeclaredVariable, .unreachableCode, .unknownNode, .textAfterCommand,
      .strayCommandEnd, .keywordOutsideCommand, .emptyNode, .singleChevrons, .malformedMarkup,
      .extraChevrons, .untrackedVisit, .splitOptions, .doubtfulCharacter,
      .unknownFunction, .unknownCommand:
      .warning
    default: .error
    }
  }
}
