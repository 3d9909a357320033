/// Cuts every source into tokens and reads them.
func parseSources(_ state: inout CompilationState) {
  var nextID = 0
  var nextLineKey = 0
  for (file, source) in state.sources.enumerated() {
    var lexer = Lexer(source, file: file)
    lexer.run()
    var parser = Parser(
      source, file: file, tokens: lexer.tokens, nextID: nextID, nextLineKey: nextLineKey)
    state.files.append(parser.parseFile())
    nextID = parser.nextID
    nextLineKey = parser.nextLineKey
    state.problems.append(lexer.problems)
    state.problems.append(parser.problems)
    if lexer.problems.isOverfull || parser.problems.isOverfull { state.isCutShort = true }
  }
  state.linePlaces = Array(repeating: -1, count: nextLineKey)
}
