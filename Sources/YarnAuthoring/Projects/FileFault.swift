import YarnCompiler

/// What is wrong with a project, a list of definitions or a table, and where.
public struct FileFault: Error, Equatable, Sendable {
  /// What can be wrong.
  public enum Problem: Equatable, Sendable {
    /// The text is no JSON at the place: something else should stand there.
    case expected(String)

    /// Lists and objects stand in each other deeper than any real file needs.
    case tooDeep

    /// An object lacks a key that must be there.
    case missingKey(String)

    /// A value has the wrong kind.
    case wrongKind(key: String, expected: String)

    /// The version of a project is none that is known.
    case unknownVersion(Int)

    /// A pattern of file names is empty or leads nowhere.
    case badPattern(String)

    /// A word is none of those that can stand there.
    case unknownWord(String, key: String, known: [String])

    /// A table lacks columns that it needs.
    case missingColumns([String])

    /// A row of a table has another number of cells than the first row.
    case cellCount(expected: Int, found: Int)

    /// A quotation mark of a table is never closed.
    case unclosedQuote

    /// Something stands between a closing quotation mark and the end of its cell.
    case textAfterQuote

    /// A table has two rows for the same line.
    case repeatedRow(String)
  }

  /// What is wrong.
  public var problem: Problem

  /// The name of the file.
  public var file: String

  /// Where the stretch of text starts.
  public var start: Diagnostic.Location

  /// Where the stretch of text ends, exclusive.
  public var end: Diagnostic.Location

  /// The line of the file that the fault is in.
  public var sourceLine: String
}

extension FileFault: CustomStringConvertible {
  /// One line in the form compilers use.
  public var description: String { "\(diagnostic)" }

  /// The fault as a remark like those of the compiler.
  public var diagnostic: Diagnostic {
    Diagnostic(
      code: code, severity: .error, file: file, start: start, end: end, message: message,
      sourceLine: sourceLine)
  }

  private var code: String {
    switch problem {
    case .expected, .tooDeep: "KI0211"
    case .missingKey, .wrongKind, .unknownVersion, .unknownWord: "KI0212"
    case .badPattern: "KI0213"
    case .missingColumns, .cellCount, .unclosedQuote, .textAfterQuote, .repeatedRow: "KI0221"
    }
  }

  private var message: String {
    switch problem {
    case .expected(let what): "this is no JSON: \(what) should stand here"
    case .tooDeep: "the values stand too deep in each other; write the file more flatly"
    case .missingKey(let key): "the key ‘\(key)’ is missing; add it"
    case .wrongKind(let key, let expected): "‘\(key)’ must be \(expected)"
    case .unknownVersion(let version):
      "the version of a project is 2, 3 or 4, not \(version); write ‘\"projectFileVersion\": 4’"
    case .badPattern(let pattern):
      "‘\(pattern)’ is no pattern of files below a folder; write one such as ‘**/*.yarn’"
    case .unknownWord(let word, let key, let known):
      "‘\(word)’ is no ‘\(key)’; there are: \(known.joined(separator: ", "))"
    case .missingColumns(let names):
      "the table has no column ‘\(names.joined(separator: "’, ‘"))’; name it in the first row"
    case .cellCount(let expected, let found):
      "the row has \(found) cells where the first row has \(expected); check its commas and quotes"
    case .unclosedQuote: "the quotation mark is never closed; add ‘\"’ at the end of the cell"
    case .textAfterQuote:
      "text follows the closing quotation mark; double a quotation mark that is part of the text"
    case .repeatedRow(let id): "the line ‘\(id)’ has a row already; keep one"
    }
  }
}
