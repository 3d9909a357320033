import Glibc
import Questionnaires

/// A file that holds answers as a FHIR `QuestionnaireResponse`.
struct ResponseFile {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Whether something is there; an empty file is nothing.
  var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_size > 0 || status.st_mode & S_IFMT != S_IFREG)
  }

  /// Reads the answers.
  ///
  /// - Throws: ``Failure`` when the file cannot be read or holds something else.
  func read() throws -> QuestionnaireResponse {
    var reader = TextReader()
    do {
      return try QuestionnaireResponse(parsing: try reader.text(of: path))
    } catch let refusal as FileRefusal {
      throw Failure(message: "\(refusal.diagnostic(for: path).message): '\(path)'", hint: nil)
    } catch {
      throw Failure(
        message: "'\(path)' holds no answers that can be read: \(error)",
        hint: "it was left as it is; name another file")
    }
  }

  /// Writes the answers in place of those before: whole or not at all, for the owner alone.
  func write(_ response: QuestionnaireResponse) throws {
    try AtomicFile.write(response.json.text(indented: true) + "\n", to: path, newMode: 0o600)
  }

  /// Takes the file away.
  func remove() {
    unlink(path)
  }
}
