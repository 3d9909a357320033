/// Cuts every source into tokens and reads them.
func parseSources(_ state: inout CompilationState) {
  var nextID = 0
  for (file, source) in state.sources.enumerated() {
    var lexer = Lexer(source, file: file)
    lexer.run()
    var parser = Parser(source, file: file, tokens: lexer.tokens, nextID: nextID)
    state.files.append(parser.parseFile())
    nextID = parser.nextID
    state.problems += lexer.problems + parser.problems
  }
}
