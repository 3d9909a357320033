import YarnRuntime

/// Gives every line its id and fills the string table.
func identifyLines(_ state: inout CompilationState) {
  var ranges: [String: [SourceRange]] = [:]
  var shadows: [(LineStatement, source: String)] = []
  for node in state.nodes {
    var index = 0
    for line in lines(of: node.syntax.body) {
      identify(line, index: index, in: node, &ranges, &shadows, &state)
      index += 1
    }
  }
  for (id, places) in ranges where places.count > 1 {
    for range in places { state.report(.duplicateLineID(id), range) }
  }
  for shadow in shadows { check(shadow.0, against: shadow.source, &state) }
}

/// The lines, options and items of a block in source order.
func lines(of block: [Statement]) -> [LineStatement] {
  var lines: [LineStatement] = []
  for statement in block {
    switch statement {
    case .line(let line): lines.append(line)
    case .options(let group), .lineGroup(let group):
      for item in group.items {
        lines.append(item.line)
        lines += YarnCompiler.lines(of: item.body)
      }
    default: for inner in statement.blocks { lines += YarnCompiler.lines(of: inner) }
    }
  }
  return lines
}

private func identify(
  _ line: LineStatement, index: Int, in node: CompilationState.NamedNode,
  _ ranges: inout [String: [SourceRange]], _ shadows: inout [(LineStatement, source: String)],
  _ state: inout CompilationState
) {
  if let problem = MarkedText.problem(in: tablePieces(line)) {
    state.report(.malformedMarkup(problem), line.range)
  }
  checkCharacter(line, &state)
  let ids = line.tags.filter { $0.text.hasPrefix("line:") }
  let shadow = line.tags.first { $0.text.hasPrefix("shadow:") }
  if ids.count > 1 { state.report(.repeatedLineID, ids[1].range) }
  if let shadow, let id = ids.first {
    state.report(.lineAndShadow, shadow.range)
    state.report(.lineAndShadow, id.range)
  }
  let place = "\(state.sources[node.file].name)\(node.name)\(index)"
  let madeUp = (shadow == nil ? "line:" : "line:sh_") + checksumText(place)
  let id = ids.first?.text ?? madeUp
  if let explicit = ids.first { ranges[explicit.text, default: []].append(explicit.range) }
  let source = shadow.map { "line:" + $0.text.dropFirst("shadow:".count) }
  if let source { shadows.append((line, source)) }
  state.lineIDs[line.key] = CompilationState.LineIdentity(id: id, isExplicit: !ids.isEmpty)
  state.program.lines[id] = LineEntry(
    pieces: source == nil ? tablePieces(line) : [], node: node.name,
    file: state.sources[node.file].name, line: state.line(line.range),
    tags: line.tags.map(\.text), isImplicit: ids.isEmpty, shadowOf: source)
}

/// Remarks on a text before a colon that is unlikely to be a name: `At 10:30 we met`.
private func checkCharacter(_ line: LineStatement, _ state: inout CompilationState) {
  guard case .text(let text)? = line.pieces.first, text.contains(":"), !text.contains("["),
    !text.contains("\\")
  else { return }
  let name = text.prefix { $0 != ":" }
  let isDoubtful = name.contains(where: \.isNumber) || name.split(separator: " ").count > 3
  if isDoubtful { state.report(.doubtfulCharacter(String(name)), line.range) }
}

/// The texts around the expressions: one more than there are expressions.
func tablePieces(_ line: LineStatement) -> [String] {
  var pieces = [""]
  for piece in line.pieces {
    switch piece {
    case .text(let text): pieces[pieces.count - 1] += text
    case .expression: pieces.append("")
    }
  }
  return pieces
}

private func check(
  _ line: LineStatement, against source: String, _ state: inout CompilationState
) {
  if !line.pieces.expressions.isEmpty {
    return state.report(.shadowWithExpression, line.range)
  }
  guard let entry = state.program.lines[source], entry.shadowOf == nil else {
    return state.report(.unknownShadowSource(source), line.range)
  }
  if entry.pieces != tablePieces(line) { state.report(.shadowTextDiffers, line.range) }
}
