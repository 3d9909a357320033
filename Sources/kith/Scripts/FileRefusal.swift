import YarnCompiler

/// Why a file is not taken for a text.
enum FileRefusal: Error, Equatable {
  /// There is nothing at the path.
  case missing

  /// The path leads to a folder.
  case folder

  /// The path leads to a pipe, a device or a socket; reading could wait for ever.
  case special

  /// The system refuses, with its own words for why.
  case unreadable(String)

  /// All files together would be larger than the limit, in bytes.
  case tooLarge(limit: Int)

  /// The file holds a byte that no text holds, at a place.
  case binary(Diagnostic.Location)

  /// The bytes at a place are no UTF-8.
  case notUTF8(Diagnostic.Location, line: String)
}

extension FileRefusal {
  /// The refusal as a remark like those of the compiler.
  func diagnostic(for file: String) -> Diagnostic {
    let place = location
    return Diagnostic(
      code: code, severity: .error, file: file, start: place, end: place, message: message,
      sourceLine: sourceLine)
  }

  /// What is wrong and what to do.
  var message: String {
    switch self {
    case .missing: "there is no such file"
    case .folder: "this is a folder, not a file"
    case .special: "this is a pipe or a device; name an ordinary file"
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    case .tooLarge(let limit):
      "the files are larger than \(limit >> 20) MB together; name fewer or smaller ones"
    case .binary: "this is no text: it has a NUL byte; name a text file"
    case .notUTF8: "this is not UTF-8; save the file with that encoding"
    }
  }

  private var code: String {
    switch self {
    case .binary: "KI0201"
    case .notUTF8: "KI0202"
    case .tooLarge: "KI0203"
    case .missing, .folder, .special, .unreadable: "KI0204"
    }
  }

  private var location: Diagnostic.Location {
    switch self {
    case .binary(let location), .notUTF8(let location, line: _): location
    case .missing, .folder, .special, .unreadable, .tooLarge:
      Diagnostic.Location(line: 1, column: 1)
    }
  }

  private var sourceLine: String {
    if case .notUTF8(_, line: let line) = self { line } else { "" }
  }
}
