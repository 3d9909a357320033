import YarnCompiler
import YarnRuntime

/// The functions and commands that a host is said to know, as `.ysls.json` files list them.
public struct ScriptDefinitions: Equatable, Sendable {
  /// What the functions take and give, by the name that scripts use.
  ///
  /// Functions whose result can be of any type stand in ``untypedFunctions`` instead.
  public var functions: [String: FunctionSignature]

  /// The functions whose result can be of any type; the compiler tells it from their use.
  public var untypedFunctions: Set<String> = []

  /// What the commands take, by the name that scripts use.
  public var commands: [String: CommandSignature]

  /// Creates definitions; without arguments there are none.
  public init(
    functions: [String: FunctionSignature] = [:], commands: [String: CommandSignature] = [:]
  ) {
    self.functions = functions
    self.commands = commands
  }

  /// Reads a `.ysls.json` file.
  ///
  /// Keys that are not known are passed over, and capitals in keys do not count.
  ///
  /// - Parameters:
  ///   - json: The text of the file.
  ///   - file: What faults call the file.
  /// - Throws: ``FileFault`` with the place of the first thing that cannot be read.
  public init(json: String, file: String) throws(FileFault) {
    self.init()
    var reader = JSONReader(json, file: file)
    let root = JSONFields(try reader.document(), places: reader.places)
    try root.requireObject("the list of definitions")
    for entry in try root.objects("functions") {
      let name = try entry.requiredString("yarnName")
      let parameters = try ParameterList(entry)
      if let result = try entry.result() {
        functions[name] = parameters.function(returning: result)
      } else {
        untypedFunctions.insert(name)
      }
    }
    for entry in try root.objects("commands") {
      let parameters = try ParameterList(entry)
      commands[try entry.requiredString("yarnName")] = CommandSignature(
        parameters.required, optional: parameters.optional, variadic: parameters.variadic)
    }
  }

  /// Adds what another file lists; its entries win over those with the same name.
  public mutating func merge(_ other: ScriptDefinitions) {
    functions.merge(other.functions) { _, newer in newer }
    commands.merge(other.commands) { _, newer in newer }
    untypedFunctions.formUnion(other.untypedFunctions)
  }
}

/// The parameters of a function or a command as a definition lists them.
private struct ParameterList {
  var required: [ValueType] = []
  var optional: [ValueType] = []
  var variadic: ValueType?

  init(_ entry: JSONFields) throws(FileFault) {
    for parameter in try entry.objects("parameters") {
      let type = try parameter.type() ?? .any
      if try parameter.bool("isParamsArray") ?? false {
        variadic = type
      } else if parameter.value["defaultValue"] != nil || !optional.isEmpty {
        optional.append(type)
      } else {
        required.append(type)
      }
    }
  }

  /// A signature of a function; parameters with a default are taken for any number of further ones.
  func function(returning result: ValueType) -> FunctionSignature {
    let further = Set(optional + [variadic].compactMap { $0 })
    return FunctionSignature(
      required, variadic: further.count > 1 ? .any : further.first, returns: result)
  }
}

extension JSONFields {
  /// The type of a parameter, or of a result; `nil` when none is given.
  fileprivate func type() throws(FileFault) -> ValueType? {
    guard let name = try string("type") else { return nil }
    switch name.lowercased() {
    case "number", "float", "double", "int", "integer", "system.single", "system.int32":
      return .number
    case "string", "instance", "node", "system.string": return .string
    case "bool", "boolean", "system.boolean": return .bool
    case "any", "enum", "object": return .any
    default:
      throw fault(
        .unknownWord(
          name, key: "type",
          known: ["number", "string", "bool", "instance", "node", "enum", "any"]),
        at: value["type"])
    }
  }

  /// The type of a function's result; `nil` when it can be any.
  fileprivate func result() throws(FileFault) -> ValueType? {
    let type: ValueType?
    if let result = value["return"], result.members != nil {
      type = try JSONFields(result, places: places).type()
    } else {
      let word = value["return", "returnType"]
      type = try word.map { word throws(FileFault) in try returned(word) } ?? nil
    }
    return type == .any ? nil : type
  }

  /// A type that is given as a bare word, as older tools write results.
  private func returned(_ word: LocatedJSON) throws(FileFault) -> ValueType? {
    let members = [LocatedJSON.Member(key: "type", range: word.range, value: word)]
    return try JSONFields(LocatedJSON(content: .object(members), range: word.range), places: places)
      .type()
  }
}
