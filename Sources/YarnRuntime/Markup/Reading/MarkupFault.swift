/// Why a tag cannot be understood, and at which byte of the line.
struct MarkupFault: Error, Equatable {
  /// What is wrong; it never holds inserted values.
  enum Problem: Equatable {
    case missingTagName
    case invalidTagName(String)
    case unfinishedClosingTag(String)
    case missingValue(property: String)
    case invalidValue(property: String)
    case repeatedProperty(String)
    case strayCharacter(tag: String)
    case unfinishedTag(String)
    case unclosed([String])
    case notOpen(String)
    case tooManyOpen(limit: Int)
    case missingSelector(tag: String)
    case missingCase(tag: String)
    case noNumber(tag: String)
    case unusable(tag: String, reason: String)
  }

  var problem: Problem
  var place: Int

  /// Whether it is a matter of the whole line rather than of one place.
  var concernsLine = false

  var isAboutClosing: Bool {
    if case .notOpen = problem { return true }
    return false
  }

  init(_ problem: Problem, at place: Int, concernsLine: Bool = false) {
    self.problem = problem
    self.place = place
    self.concernsLine = concernsLine
  }
}

extension MarkupFault.Problem: CustomStringConvertible {
  var description: String {
    switch self {
    case .missingTagName: "‘[’ is followed by no tag; write ‘\\[’ for a bracket"
    case .invalidTagName(let name): "‘\(name)’ goes on with what no tag's name can hold"
    case .unfinishedClosingTag(let name): "the closing tag ‘\(name)’ does not end with ‘]’"
    case .missingValue(let property): "the property ‘\(property)’ has no value"
    case .invalidValue(let property):
      "the property ‘\(property)’ has no valid value; put it in quotes"
    case .repeatedProperty(let name): "the property ‘\(name)’ is given twice"
    case .strayCharacter(let tag):
      "the tag ‘\(tag)’ holds something that is no property, so it is never closed"
    case .unfinishedTag(let name): "the tag ‘\(name)’ does not end with ‘]’"
    case .unclosed(let names):
      names.count == 1
        ? "the tag ‘\(names[0])’ is never closed"
        : "tags are never closed: " + names.map { "‘\($0)’" }.joined(separator: ", ")
    case .notOpen(let name): "‘[/\(name)]’ closes a tag that is not open"
    case .tooManyOpen(let limit): "more than \(limit) tags are open at once"
    case .missingSelector(let tag): "the tag ‘\(tag)’ needs a ‘value’"
    case .missingCase(let tag): "the tag ‘\(tag)’ has no case for its value"
    case .noNumber(let tag): "the value of ‘\(tag)’ is no number"
    case .unusable(let tag, let reason): "the tag ‘\(tag)’ cannot be replaced: \(reason)"
    }
  }
}
