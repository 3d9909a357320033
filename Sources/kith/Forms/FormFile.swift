import CoachContent
import Questionnaires
import YarnCompiler

/// A form for the commands that check and evaluate: a file, or one of kith's own by its name.
struct FormFile {
  /// The path of the file, or the name of the form.
  let path: String
  /// The text of the file; empty for kith's own forms.
  let text: String
  /// The form, which may have faults.
  let questionnaire: Questionnaire

  /// Reads a form.
  ///
  /// - Parameters:
  ///   - path: A file.
  ///   - valueSets: Files with value sets and code systems.
  /// - Throws: ``Failure`` when it cannot be read or is no form at all.
  init(reading path: String, valueSets: [String] = []) throws {
    self.path = path
    text = try Self.text(of: path)
    do {
      questionnaire = try Questionnaire(
        unchecked: text, file: path, resources: try valueSets.map(Self.json))
    } catch let fault as YAMLFault {
      throw Failure(message: "the form cannot be read\n\(fault)", hint: nil)
    }
  }

  /// Finds a form by what was typed: the name of one of kith's own, or a file.
  ///
  /// - Throws: ``Failure`` when there is neither.
  init(named name: String, on host: Host, valueSets: [String] = []) throws {
    let isFile = name.contains("/") || name.contains(".")
    guard !isFile else {
      self = try FormFile(reading: name, valueSets: valueSets)
      return
    }
    let forms = try host.content().questionnaires
    guard let own = forms[name] else {
      let nearest = NearestName.of(name, among: Array(forms.keys))
      throw Failure(
        message: "no form is called '\(name)'",
        hint: (nearest.map { "did you mean '\($0)'? " } ?? "")
          + "'kith questionnaire list' shows the forms; a file ends in .json or .yaml",
        exitCode: 2)
    }
    path = name
    text = ""
    questionnaire = own
  }

  /// Reads a JSON document.
  ///
  /// - Throws: ``Failure`` with line and column when it is none.
  static func json(_ path: String) throws -> JSONValue {
    let text = try text(of: path)
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw Failure(message: "the file cannot be read\n\(path):\(error)", hint: nil)
    }
  }

  /// Reads a file with the words of a form in another language.
  ///
  /// - Throws: ``Failure`` when it cannot be read.
  static func overlay(_ path: String) throws -> JSONValue {
    let text = try text(of: path)
    do {
      return try JSONValue(loading: text, file: path, isOverlay: true)
    } catch {
      throw Failure(message: "the translation cannot be read\n\(error)", hint: nil)
    }
  }

  /// Refuses a form that must not be filled in or evaluated.
  ///
  /// - Throws: ``Failure`` with the place of the fault.
  func refuseUnusable() throws {
    guard let fault = questionnaire.refusal else { return }
    let place = FormPlaces(text).place(of: fault.linkID).map { ":\($0.line):\($0.column)" } ?? ""
    throw Failure(
      message: "the form cannot be used\n\(path)\(place): error: "
        + "\(QuestionnaireError.refused(fault)) [\(fault.code)]",
      hint: nil)
  }

  /// Refuses a form that asks nothing.
  ///
  /// - Throws: ``Failure`` when it has neither a question nor a text.
  func refuseEmpty() throws {
    guard questionnaire.json["item"]?.elements.isEmpty ?? true else { return }
    throw Failure(
      message: "the form cannot be used\n\(path):1:1: error: it has no questions", hint: nil)
  }

  private static func text(of path: String) throws -> String {
    var reader = TextReader()
    let text: String
    do {
      text = try reader.text(of: path)
    } catch {
      throw Failure(message: "'\(path)': \(error.message)", hint: nil)
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Failure(message: "'\(path)': the file is empty", hint: nil)
    }
    return text
  }
}
