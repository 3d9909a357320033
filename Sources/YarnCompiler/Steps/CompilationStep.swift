/// A named part of the work, from the text of the sources to the program.
struct CompilationStep {
  var name: String
  var run: (inout CompilationState) -> Void

  /// All steps in the order they are done.
  static var all: [CompilationStep] {
    [
      CompilationStep(name: "parse the sources", run: parseSources),
      CompilationStep(name: "name the nodes", run: nameNodes),
      CompilationStep(name: "collect the enums", run: collectEnums),
      CompilationStep(name: "collect the variables", run: collectVariables),
      CompilationStep(name: "check the smart variables", run: checkSmartVariables),
      CompilationStep(name: "check the types", run: checkTypes),
      CompilationStep(name: "identify the lines", run: identifyLines),
      CompilationStep(name: "check the language version", run: checkLanguageVersion),
      CompilationStep(name: "check the jumps", run: checkJumps),
      CompilationStep(name: "check what can be reached", run: checkReachability),
      CompilationStep(name: "find the counted nodes", run: findVisits),
      CompilationStep(name: "check the commands", run: checkCommands),
      CompilationStep(name: "generate the code", run: generateCode),
    ]
  }
}
