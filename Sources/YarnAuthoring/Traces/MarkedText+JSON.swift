import YarnRuntime

extension MarkedText {
  /// The text, its attributes and what is wrong with its markup, as a JSON object on one line.
  ///
  /// The values of properties stand under the name of their type: `i` for a whole number, `f` for
  /// a number with a point, `b` for a truth value, `s` for text.
  public var json: String {
    var object = JSONLine()
    object.add("text", text)
    object.add("attributes", raw: Self.list(attributes.map(\.json)))
    object.add("diagnostics", raw: Self.list(diagnosticTexts))
    return object.text
  }

  private var diagnosticTexts: [String] {
    diagnostics.map { diagnostic in
      let position = diagnostic.concernsWholeLine ? -1 : diagnostic.position
      return "[\(position),\(JSONLine.quoted(diagnostic.message))]"
    }
  }

  private static func list(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ",") + "]"
  }
}

extension MarkupAttribute {
  fileprivate var json: String {
    var object = JSONLine()
    object.add("name", name)
    object.add("pos", position)
    object.add("len", length)
    var members = JSONLine()
    for property in properties { members.add(property.name, raw: property.value.json) }
    object.add("props", raw: members.text)
    return object.text
  }
}

extension MarkupValue {
  fileprivate var json: String {
    var object = JSONLine()
    switch self {
    case .integer(let integer): object.add("i", integer)
    case .float(let float): object.add("f", raw: float.isFinite ? float.description : "null")
    case .bool(let bool): object.add("b", bool)
    case .string(let string): object.add("s", string)
    }
    return object.text
  }
}
