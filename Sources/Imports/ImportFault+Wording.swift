extension ImportFault: CustomStringConvertible {
  /// One line in the form compilers use: the place, and what is wrong.
  public var description: String {
    switch place {
    case .file: "\(file): error: \(problem.message)"
    case .line(let line, let column): "\(file):\(line):\(column): error: \(problem.message)"
    case .entry(let number): "\(file): entry \(number): error: \(problem.message)"
    }
  }
}

extension ImportFault.Problem {
  /// What is wrong, and where it helps what to do.
  var message: String {
    switch self {
    case .notJSON(let trouble): "this is not JSON: \(trouble.message)"
    case .unknownShape:
      "this JSON is no export of jrnl or Day One and no list of kith's records"
    case .notOfFormat(let format): "this is not of the form '\(format.rawValue)'"
    case .newerVersion(let version):
      "the records are of version \(version); use a newer kith to import them"
    case .missing(let member): "'\(member)' is missing"
    case .wrongType(let member): "'\(member)' is not of the type it always has"
    case .notATime(let member):
      "'\(member)' is no date or time that can be read; write it as 2026-11-23 or"
        + " 2026-11-23T19:30:00+01:00"
    case .timeOutOfRange: "the time lies outside the years 1 to 9999"
    case .notARecord(let member?): "'\(member)' is not as the journal's format has it"
    case .notARecord(member: nil): "this is no record as the journal's format has it"
    case .repeatedID: "another entry of the file has the same id"
    case .notFrontMatter: "a line at the head of the file is not of the form 'name: value'"
    }
  }
}

extension ImportFault.JSONTrouble {
  fileprivate var message: String {
    switch self {
    case .endsEarly: "it ends too early"
    case .misplaced: "this character does not belong here"
    case .escape: "a backslash is followed by something that is no escape"
    case .number: "this is no number of JSON"
    case .repeatedName: "a name occurs twice in one object"
    case .tooDeep: "too many brackets lie in each other"
    }
  }
}
