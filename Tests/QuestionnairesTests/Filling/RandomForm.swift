@testable import Questionnaires

/// Numbers that look random and are the same in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// Whether something happens that happens once in so many times.
  mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

/// A form of random items with random rules.
struct RandomForm {
  private var dice: Dice
  private var count = 0
  private var names: [String] = []

  static func make(seed: UInt64) throws -> Questionnaire {
    var form = RandomForm(dice: Dice(seed: seed))
    for number in 1...40 { form.names.append("i\(number)") }
    var items = form.items(depth: 0)
    if seed % 3 == 0 { items.append(form.sum()) }
    return try Questionnaire(
      json: .object([
        "resourceType": .string("Questionnaire"), "url": .string("https://example.org/random"),
        "version": .string("\(seed)"), "status": .string("active"), "item": .array(items),
      ]))
  }

  private init(dice: Dice) {
    self.dice = dice
  }

  private mutating func items(depth: Int) -> [JSONValue] {
    let count = Int.random(in: 1...(depth == 0 ? 6 : 3), using: &dice)
    return (0..<count).map { _ in item(depth: depth) }
  }

  /// A number that is worked out from all others, and decides whether it is shown.
  private func sum() -> JSONValue {
    let expression: JSONValue = .object([
      "language": .string("text/fhirpath"),
      "expression": .string(
        "%resource.descendants().where(linkId!='sum').answer.valueInteger.sum()"),
    ])
    return .object([
      "linkId": .string("sum"), "type": .string("integer"), "text": .string("Sum"),
      "readOnly": .bool(true),
      "extension": .array([
        .object([
          "url": .string(ExtensionURL.calculatedExpression), "valueExpression": expression,
        ])
      ]),
    ])
  }

  private mutating func item(depth: Int) -> JSONValue {
    count += 1
    let name = "i\(count)"
    let types = ["group", "group", "string", "integer", "boolean", "choice", "decimal", "display"]
    var type = types.randomElement(using: &dice) ?? "string"
    if depth == 3 && type == "group" { type = "boolean" }
    var object: JSONObject = [
      "linkId": .string(name), "type": .string(type), "text": .string("Item \(count)"),
    ]
    var extensions: [JSONValue] = []
    if type == "group" { group(&object, &extensions, depth: depth) }
    if type == "choice" { choice(&object) }
    if type == "integer" {
      extensions.append(Self.extending("minValue", "valueInteger", .number("0")))
      extensions.append(Self.extending("maxValue", "valueInteger", .number("9")))
    }
    if type != "display" { rules(&object, type, depth: depth) }
    if dice.oneIn(4) { conditions(&object) }
    if dice.oneIn(12) {
      extensions.append(Self.extending("questionnaire-hidden", "valueBoolean", .bool(true)))
    }
    if !extensions.isEmpty { object["extension"] = .array(extensions) }
    return .object(object)
  }

  private mutating func group(
    _ object: inout JSONObject, _ extensions: inout [JSONValue], depth: Int
  ) {
    if dice.oneIn(2) {
      object["repeats"] = .bool(true)
      extensions.append(
        Self.extending("questionnaire-maxOccurs", "valueInteger", .number("3")))
      let label: JSONValue = .string("i\(count + 1)")
      extensions.append(
        .object(["url": .string(ExtensionURL.itemLabel), "valueString": label]))
      if dice.oneIn(3) {
        extensions.append(
          .object(["url": .string(ExtensionURL.namesFirst), "valueBoolean": .bool(true)]))
      }
    }
    object["item"] = .array(items(depth: depth + 1))
  }

  private mutating func choice(_ object: inout JSONObject) {
    object["answerOption"] = .array(
      (1...3).map { .object(["valueCoding": .object(["code": .string("c\($0)")])]) })
    if dice.oneIn(3) { object["repeats"] = .bool(true) }
  }

  private mutating func rules(_ object: inout JSONObject, _ type: String, depth: Int) {
    if dice.oneIn(4) { object["required"] = .bool(true) }
    if dice.oneIn(12) { object["readOnly"] = .bool(true) }
    if type == "boolean" {
      if dice.oneIn(5) {
        object["initial"] = .array([.object(["valueBoolean": .bool(true)])])
      }
      if depth < 3, dice.oneIn(4) { object["item"] = .array(items(depth: depth + 1)) }
    }
  }

  private mutating func conditions(_ object: inout JSONObject) {
    let number = Int.random(in: 1...2, using: &dice)
    object["enableWhen"] = .array(
      (0..<number).map { _ in
        .object([
          "question": .string(names.randomElement(using: &dice) ?? "i1"),
          "operator": .string("exists"), "answerBoolean": .bool(dice.oneIn(2)),
        ])
      })
    object["enableBehavior"] = .string(dice.oneIn(2) ? "any" : "all")
  }

  private static func extending(_ name: String, _ key: String, _ value: JSONValue) -> JSONValue {
    .object(["url": .string(ExtensionURL.core + name), key: value])
  }
}
