import FoundationEssentials

/// How FHIR R4 writes values in JSON; kith itself reads some of them in more ways.
enum FHIRFormat {
  /// What is wrong with a value of a type; `nil` when nothing is.
  static func problem(of json: JSONValue, type: String) -> String? {
    switch type {
    case "Boolean": json.bool == nil ? "valueBoolean has to be true or false" : nil
    case "Integer": isInteger(json) ? nil : "valueInteger has to be a whole number"
    case "Decimal": json.decimal == nil ? "valueDecimal has to be a number" : nil
    case "String", "Uri": text(json, type) { !$0.isEmpty }
    case "Date": text(json, type) { isDate($0[...]) }
    case "DateTime": text(json, type, isDateTime)
    case "Time": text(json, type) { isTime($0[...]) }
    case "Coding", "Quantity", "Attachment", "Reference":
      json.object?.members.isEmpty ?? true ? "value\(type) has to be an object" : nil
    default: "an answer of R4 cannot have a value\(type)"
    }
  }

  private static func text(
    _ json: JSONValue, _ type: String, _ isRight: (String) -> Bool
  ) -> String? {
    guard let text = json.string else { return "value\(type) has to be a text" }
    return isRight(text) ? nil : "value\(type) is not written as FHIR writes it"
  }

  private static func isInteger(_ json: JSONValue) -> Bool {
    guard case .number(let text) = json else { return false }
    return Int32(text) != nil
  }

  private static func isDate(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, PartialDate(String(text)) != nil else { return false }
    return zip(parts, [4, 2, 2]).allSatisfy { part, count in
      part.count == count && part.allSatisfy(\.isASCIIDigit)
    }
  }

  private static func isTime(_ text: Substring) -> Bool {
    let whole = text.prefix { $0 != "." }
    let fraction = text.dropFirst(whole.count)
    return whole.utf8.count == 8 && TimeOfDay(String(text)) != nil
      && (fraction.isEmpty
        || (fraction.count > 1 && fraction.dropFirst().allSatisfy(\.isASCIIDigit)))
  }

  private static func isDateTime(_ text: String) -> Bool {
    guard let mark = text.firstIndex(of: "T") else { return isDate(text[...]) }
    let clock = text[text.index(after: mark)...]
    let time = clock.prefix { !"Z+-".contains($0) }
    let zone = clock.dropFirst(time.count)
    return text[..<mark].count == 10 && isDate(text[..<mark]) && isTime(time)
      && (zone == "Z" || zone.utf8.count == 6) && DateTime(text) != nil
  }
}
