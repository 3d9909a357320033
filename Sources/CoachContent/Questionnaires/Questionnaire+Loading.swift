import Questionnaires

extension Questionnaire {
  /// Reads a questionnaire from the text of a file.
  ///
  /// A file whose name ends with `.json` holds plain FHIR R4; every other one holds YAML with the
  /// short keys written out on the way.
  ///
  /// - Parameters:
  ///   - text: The text of the whole file.
  ///   - file: The name of the file, for faults.
  /// - Throws: `YAMLFault` with the place of the first fault.
  public init(loading text: String, file: String) throws(YAMLFault) {
    do {
      if file.hasSuffix(".json") {
        try self.init(parsing: text)
      } else {
        let yaml = QuestionnaireYAML(reader: YAMLReader(file: file))
        try self.init(json: try yaml.convert(text))
      }
    } catch let error as YAMLFault {
      throw error
    } catch {
      throw YAMLFault(.questionnaire("\(error)"), file: file, line: 1, column: 1)
    }
  }
}
