import Questionnaires
import Yams

extension Questionnaire {
  /// Reads a questionnaire from the text of a file, and refuses one that must not be filled in.
  ///
  /// The content decides: text that begins with a bracket is JSON, everything else is YAML with
  /// the short keys written out on the way.
  ///
  /// - Parameters:
  ///   - text: The text of the whole file.
  ///   - file: The name of the file, for faults.
  ///   - resources: Value sets and code systems that lie elsewhere.
  /// - Throws: `YAMLFault` with the place of the first fault.
  public init(
    loading text: String, file: String, resources: [JSONValue] = []
  ) throws(YAMLFault) {
    try self.init(unchecked: text, file: file, resources: resources)
    guard let refusal else { return }
    let place = FormPlaces(text).place(of: refusal.linkID) ?? (1, 1)
    throw YAMLFault(
      .questionnaire("\(QuestionnaireError.refused(refusal))"), file: file, line: place.line,
      column: place.column)
  }

  /// Reads a questionnaire that may have faults for which it must not be filled in.
  ///
  /// - Parameters:
  ///   - text: The text of the whole file.
  ///   - file: The name of the file, for faults.
  ///   - resources: Value sets and code systems that lie elsewhere.
  /// - Throws: `YAMLFault` with the place of the first fault.
  public init(
    unchecked text: String, file: String, resources: [JSONValue] = []
  ) throws(YAMLFault) {
    let document: JSONValue
    do {
      document = try JSONValue(loading: text, file: file)
      try self.init(document: document, resources: resources)
    } catch let error as YAMLFault {
      throw error
    } catch {
      throw YAMLFault(.questionnaire("\(error)"), file: file, line: 1, column: 1)
    }
  }
}

extension JSONValue {
  /// Reads a resource of FHIR from the text of a file, JSON or YAML.
  ///
  /// - Parameters:
  ///   - text: The text of the whole file.
  ///   - file: The name of the file, for faults.
  ///   - isOverlay: Whether it holds only names and words, in another language.
  /// - Throws: `YAMLFault` with the place of the first fault.
  public init(
    loading text: String, file: String, isOverlay: Bool = false
  ) throws(YAMLFault) {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    guard first == "{" || first == "[" || file.hasSuffix(".json") else {
      self = try QuestionnaireYAML(reader: YAMLReader(file: file), isOverlay: isOverlay)
        .convert(text)
      return
    }
    do throws(JSONSyntaxError) {
      try self.init(parsing: text)
    } catch {
      throw YAMLFault(
        .questionnaire(error.message), file: file, line: error.line, column: error.column)
    }
  }
}
