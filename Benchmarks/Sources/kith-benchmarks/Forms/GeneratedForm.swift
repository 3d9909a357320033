import Questionnaires

/// Forms of any length, made of all that forms are commonly made of.
struct GeneratedForm {
  /// The form as JSON text.
  let text: String

  /// Makes a form of groups of twenty questions.
  ///
  /// - Parameters:
  ///   - count: How many items the form has, groups included.
  ///   - conditions: How many of them have a condition on an earlier question.
  ///   - calculated: How many values are worked out from the answers of a group.
  init(items count: Int, conditions: Int, calculated: Int) {
    let groups = max(1, count / 21)
    let questions = count - groups
    let spacing = conditions == 0 ? .max : max(1, questions / conditions)
    var number = 0
    let parts = (0..<groups).map { group in
      let size = (questions * (group + 1)) / groups - (questions * group) / groups
      var items: [String] = []
      for place in 0..<size {
        let isCalculated = place == size - 1 && group < calculated
        let hasCondition = place > 0 && number % spacing == 0 && number / spacing < conditions
        items.append(
          isCalculated
            ? Self.sum(of: group, number) : Self.question(group, number, place, hasCondition))
        number += 1
      }
      return """
        {"linkId":"g\(group)","type":"group","text":"Part \(group)",
        "item":[\(items.joined(separator: ",\n"))]}
        """
    }
    text = """
      {"resourceType":"Questionnaire","url":"https://kith.example/generated","version":"1",
      "status":"active","contained":[\(Self.choices)],"item":[\(parts.joined(separator: ",\n"))]}
      """
  }

  private static let choices = """
    {"resourceType":"ValueSet","id":"often","status":"active","compose":{"include":[{"system":
    "https://kith.example/often","concept":[\((0...3).map(choice).joined(separator: ","))]}]}}
    """

  private static func choice(_ weight: Int) -> String {
    """
    {"code":"\(weight)","display":"Choice \(weight)","extension":[{"url":
    "http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":\(weight)}]}
    """
  }

  private static func question(
    _ group: Int, _ number: Int, _ place: Int, _ hasCondition: Bool
  ) -> String {
    let condition =
      hasCondition
      ? ",\"enableWhen\":[{\"question\":\"q\(number - 1)\",\"operator\":\"exists\",\"answerBoolean\":true}]"
      : ""
    let kinds = [
      "\"choice\",\"answerValueSet\":\"#often\"", "\"integer\"", "\"string\",\"maxLength\":200",
      "\"boolean\"",
    ]
    return """
      {"linkId":"q\(number)","type":\(kinds[place % kinds.count]),
      "text":"How did question number \(number) go in the last two weeks?"\(condition)}
      """
  }

  private static func sum(of group: Int, _ number: Int) -> String {
    // The sum lies in the group it adds up, and must not add up itself.
    let expression =
      "%resource.item.where(linkId='g\(group)').item.where(linkId!='q\(number)')"
      + ".answer.valueInteger.sum()"
    return """
      {"linkId":"q\(number)","type":"integer","readOnly":true,"text":"Sum of part \(group)",
      "extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
      "valueExpression":{"language":"text/fhirpath","expression":"\(expression)"}}]}
      """
  }
}
