extension Problem {
  /// What is wrong and what to do about it.
  var message: String {
    flowMessage ?? declarationMessage ?? textMessage ?? hostMessage ?? "this cannot be compiled"
  }

  private var flowMessage: String? {
    switch self {
    case .missingDelimiter(let delimiter): "the node has no ‘\(delimiter)’; add it on its own line"
    case .syntax(let what), .strayInCommand(let what): what
    case .unclosedCommand: "the command is not closed; add ‘>>’"
    case .unclosedScope(let opened, let expected, let line):
      "the ‘<<\(opened)>>’ of line \(line) is not closed; add ‘<<\(expected)>>’"
    case .unreachableCode: "this can never be reached; move it above the jump, return or stop"
    case .duplicateTitle(let title, let other):
      "two nodes are called ‘\(title)’; rename this one or the one at \(other)"
    case .unknownNode(let name, let nearest):
      "no node is called ‘\(name)’" + Self.suggestion(nearest)
    case .argumentCount(let function, let expected, let found):
      "‘\(function)’ takes \(expected), not \(found)"
    case .titleCharacter(let character, let header):
      "‘\(character)’ cannot stand in a \(header); use letters, digits and underscores"
    case .groupWithoutWhen(let title):
      "every node called ‘\(title)’ needs a ‘when:’ header; write ‘when: always’ for no condition"
    case .duplicateSubtitle(let subtitle, let group):
      "two nodes of the group ‘\(group)’ have the subtitle ‘\(subtitle)’; rename one"
    case .emptyNode(let title): "the node ‘\(title)’ is empty and is left out"
    case .repeatedOnce: "a node can have one ‘when: once’ only; remove the other"
    case .untrackedVisit(let name):
      "visits to ‘\(name)’ are not counted; give that node the header ‘tracking: always’"
    case .missingTitle: "the node has no ‘title:’ header; add one"
    case .repeatedTitle: "the node has more than one ‘title:’ header; keep one"
    default: nil
    }
  }

  private var declarationMessage: String? {
    switch self {
    case .undeclaredVariable(let name, let nearest?):
      "‘\(name)’ is not declared; did you mean ‘\(nearest)’?"
    case .undeclaredVariable(let name, nearest: nil):
      "‘\(name)’ is not declared; write <<declare \(name) = …>>"
    case .unusedVariable(let name): "‘\(name)’ is declared and never used"
    case .ambiguousType(let what): "‘\(what)’ can have several types; declare the one that is meant"
    case .undeterminedType(let what):
      "the type of ‘\(what)’ cannot be told; declare it with <<declare>>"
    case .smartVariableSet(let name): "‘\(name)’ is a smart variable and cannot be set"
    case .enumCase(let what): what
    case .languageVersion(let feature):
      "\(feature) need language version 3; raise the version of the project"
    case .notConstant: "a constant is needed here: a text or a number"
    case .unknownMember(let type, let member, let nearest):
      "‘\(type)’ has no case ‘\(member)’" + Self.suggestion(nearest)
    case .redeclaredVariable(let name): "‘\(name)’ is declared more than once; keep one"
    case .redeclaredType(let name): "the type ‘\(name)’ exists already; rename one"
    case .smartVariableLoop(let name):
      "the value of ‘\(name)’ depends on itself; break the loop"
    case .typeMismatch(let what): what
    case .declaredTypeDiffers(let name, let declared, let found):
      "‘\(name)’ is declared to be a \(declared), but its value is a \(found)"
    default: nil
    }
  }

  private var textMessage: String? {
    switch self {
    case .lineAndShadow: "a line cannot have both ‘#line:’ and ‘#shadow:’; remove one"
    case .duplicateLineID(let id): "the id ‘#\(id)’ is used more than once; give each line its own"
    case .textAfterCommand: "text follows a command; put it on its own line"
    case .commandAfterText(let command): "‘\(command)’ follows text; put it on its own line"
    case .strayCommandEnd: "‘>>’ has no ‘<<’ before it; open the command or escape it as ‘\\>\\>’"
    case .keywordOutsideCommand(let keyword):
      "‘\(keyword)’ looks like a command; write it between ‘<<’ and ‘>>’"
    case .unknownShadowSource(let id): "no line has the id ‘#\(id)’; check the shadow's id"
    case .shadowWithExpression: "a shadow line cannot have expressions; give it a text of its own"
    case .shadowTextDiffers: "a shadow line must have the same text as its source"
    case .singleChevrons: "the line stands between ‘<’ and ‘>’; write ‘<<’ and ‘>>’ for a command"
    case .splitOptions:
      "the empty line above makes this a new group of options; remove it to offer them together"
    case .doubtfulCharacter(let name):
      "‘\(name)’ is taken for who speaks; write ‘\\:’ for a colon that is part of the text"
    case .repeatedLineID: "a line can have one id only; remove the others"
    case .malformedMarkup(let what): "the markup is malformed: \(what)"
    case .extraChevrons: "there is a chevron too many at this command; remove it"
    default: nil
    }
  }

  private var hostMessage: String? {
    switch self {
    case .unknownFunction(let name, let nearest):
      "the host has no function ‘\(name)’" + Self.suggestion(nearest)
    case .unknownCommand(let name, let nearest):
      "the host has no command ‘\(name)’" + Self.suggestion(nearest)
    case .commandArguments(let what): what
    case .nestedTooDeeply(let what): what
    case .furtherProblems: "there are further remarks on this file, which are left out"
    default: nil
    }
  }

  private static func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean ‘\($0)’?" } ?? ""
  }
}
