import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite struct `Definitions` {
  @Test func `tell the types of functions`() throws {
    let definitions = try ScriptDefinitions(
      json: """
        {"version": 2, "functions": [
          {"yarnName": "a", "parameters": [], "return": {"type": "bool"}, "language": "C#"},
          {"yarnName": "b", "return": {"type": "number", "description": "x"}, "parameters": [
            {"name": "x", "type": "string"}, {"name": "y", "type": "node"},
            {"name": "z", "type": "any", "isParamsArray": true}]},
          {"yarnName": "c", "return": {"type": "string"}, "parameters": [
            {"name": "x", "type": "number"}, {"name": "y", "type": "bool", "defaultValue": false}]},
          {"yarnName": "d", "return": {"type": "any"}},
          {"YarnName": "e", "ReturnType": "bool", "Parameters": [{"Name": "x", "Type": "Number"}]}
        ]}
        """, file: "x.ysls.json")
    #expect(
      definitions.functions == [
        "a": FunctionSignature([], returns: .bool),
        "b": FunctionSignature([.string, .string], variadic: .any, returns: .number),
        "c": FunctionSignature([.number], variadic: .bool, returns: .string),
        "e": FunctionSignature([.number], returns: .bool),
      ])
    #expect(definitions.untypedFunctions == ["d"])
  }

  @Test func `tell what commands take`() throws {
    let definitions = try ScriptDefinitions(
      json: """
        {"commands": [
          {"yarnName": "walk", "parameters": [
            {"name": "who", "type": "instance"}, {"name": "to", "type": "enum"},
            {"name": "fast", "type": "bool", "defaultValue": "false"}]},
          {"yarnName": "say", "parameters": [
            {"name": "words", "type": "string", "isParamsArray": true}]},
          {"yarnName": "wave"}
        ]}
        """, file: "x.ysls.json")
    #expect(
      definitions.commands == [
        "walk": CommandSignature([.string, .any], optional: [.bool]),
        "say": CommandSignature([], variadic: .string), "wave": CommandSignature(),
      ])
  }

  @Test(arguments: [
    (
      "{\"functions\": [{\"parameters\": []}]}",
      "x:1:16: error: the key ‘yarnName’ is missing; add it [KI0212]"
    ),
    (
      "{\"commands\": [\n  {\"yarnName\": \"a\", \"parameters\": [{\"type\": \"numbr\"}]}]}",
      "x:2:45: error: ‘numbr’ is no ‘type’; there are: number, string, bool, instance, node, enum, "
        + "any [KI0212]"
    ),
    ("{\"commands\": {}}", "x:1:14: error: ‘commands’ must be a list in brackets [KI0212]"),
  ])
  func `are refused with the place of what is wrong`(json: String, message: String) {
    do throws(FileFault) {
      _ = try ScriptDefinitions(json: json, file: "x")
      Issue.record("they were read")
    } catch {
      #expect("\(error)" == message)
    }
  }
}
