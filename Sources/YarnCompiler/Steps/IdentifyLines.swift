import YarnRuntime

/// Gives every line its id and fills the string table.
func identifyLines(_ state: inout CompilationState) {
  state.program.lines.reserveCapacity(state.linePlaces.count)
  var doubtful: Set<String> = []
  var shadows: [(LineStatement, source: String)] = []
  for node in state.nodes {
    var place = LinePlace(node, state)
    forEachLine(in: node.syntax.body) { identify($0, at: &place, &doubtful, &shadows, &state) }
  }
  reportRepeatedIDs(among: doubtful, &state)
  for shadow in shadows { check(shadow.0, against: shadow.source, &state) }
}

/// Where the lines of a node stand, one after another.
private struct LinePlace {
  let place: LineEntry.Place
  private let start: Checksum
  private var lines: LineFinder

  init(_ node: CompilationState.NamedNode, _ state: CompilationState) {
    place = LineEntry.Place(node: node.name, file: state.sources[node.file].name)
    lines = LineFinder(state.sources[node.file])
    var start = Checksum()
    start.add(state.shortNames[node.file])
    start.add(node.title)
    self.start = start
  }

  /// Goes on to a line: its number in the file, and what its name is made of.
  ///
  /// The index is that of the line in the string table, so the names are those that Yarn Spinner
  /// makes up.
  mutating func next(_ range: SourceRange, index: Int) -> (line: Int, checksum: Checksum) {
    var checksum = start
    checksum.add(String(index))
    return (lines.index(of: range.start) + 1, checksum)
  }
}

/// Calls with the lines, options and items of a block in source order.
func forEachLine(in block: [Statement], _ visit: (LineStatement) -> Void) {
  for statement in block {
    switch statement {
    case .line(let line): visit(line)
    case .options(let group), .lineGroup(let group):
      for item in group.items {
        visit(item.line)
        forEachLine(in: item.body, visit)
      }
    default: statement.forEachBlock { forEachLine(in: $0, visit) }
    }
  }
}

/// The lines, options and items of a block in source order.
func lines(of block: [Statement]) -> [LineStatement] {
  var lines: [LineStatement] = []
  forEachLine(in: block) { lines.append($0) }
  return lines
}

private func identify(
  _ line: LineStatement, at place: inout LinePlace, _ doubtful: inout Set<String>,
  _ shadows: inout [(LineStatement, source: String)], _ state: inout CompilationState
) {
  if let problem = line.markupProblem { state.report(.malformedMarkup(problem), line.range) }
  checkCharacter(line, &state)
  let (shadow, explicit) = line.tags.isEmpty ? (nil, nil) : readTags(line, &state)
  let (number, checksum) = place.next(line.range, index: state.program.lines.count)
  let id = explicit ?? ((shadow == nil ? "line:" : "line:sh_") + checksum.text)
  if let shadow { shadows.append((line, shadow)) }
  let entry = LineEntry(
    line, at: place.place, number: number, isImplicit: explicit == nil, shadowOf: shadow)
  // A checksum of 32 bits is not always a name of its own in a very large project.
  let (position, isRepeated) = state.program.lines.add(entry, id: id, isFixed: explicit != nil)
  if isRepeated { doubtful.insert(id) }
  state.linePlaces[line.key] = Int32(truncatingIfNeeded: position)
}

extension LineEntry {
  fileprivate init(
    _ line: LineStatement, at place: Place, number: Int, isImplicit: Bool, shadowOf: String?
  ) {
    var tags = line.tags.isEmpty ? [] : line.tags.map(\.text)
    if line.isBeforeOptions { tags.append("lastline") }
    if shadowOf == nil, case .words(let text) = line.pieces {
      self.init(text: text, place: place, line: number, tags: tags, isImplicit: isImplicit)
    } else {
      self.init(
        pieces: shadowOf == nil ? line.pieces.texts : [], place: place, line: number, tags: tags,
        isImplicit: isImplicit, shadowOf: shadowOf)
    }
  }
}

extension LineStatement {
  /// What is wrong with the markup; `nil` when nothing is.
  fileprivate var markupProblem: String? {
    switch pieces {
    case .words(let text): MarkedText.problem(in: text)
    case .mixed: MarkedText.problem(in: pieces.texts)
    }
  }
}

/// Finds the tags that name a line, or the line whose text it repeats.
private func readTags(
  _ line: LineStatement, _ state: inout CompilationState
) -> (shadow: String?, id: String?) {
  let ids = line.tags.filter { $0.text.hasPrefix("line:") }
  let shadow = line.tags.first { $0.text.hasPrefix("shadow:") }
  if ids.count > 1 { state.report(.repeatedLineID, ids[1].range) }
  if let shadow, let id = ids.first {
    state.report(.lineAndShadow, shadow.range)
    state.report(.lineAndShadow, id.range)
  }
  return (shadow.map { "line:" + $0.text.dropFirst("shadow:".count) }, ids.first?.text)
}

/// Reports the ids that more than one line gives itself.
private func reportRepeatedIDs(among doubtful: Set<String>, _ state: inout CompilationState) {
  guard !doubtful.isEmpty else { return }
  var ranges: [String: [SourceRange]] = [:]
  for node in state.nodes {
    forEachLine(in: node.syntax.body) { line in
      guard let tag = line.tags.first(where: { $0.text.hasPrefix("line:") }),
        doubtful.contains(tag.text)
      else { return }
      ranges[tag.text, default: []].append(tag.range)
    }
  }
  for (id, places) in ranges where places.count > 1 {
    for range in places { state.report(.duplicateLineID(id), range) }
  }
}

/// Remarks on a text before a colon that is unlikely to be a name: `At 10:30 we met`.
private func checkCharacter(_ line: LineStatement, _ state: inout CompilationState) {
  guard let text = line.pieces.firstWords, text.mayNameSpeaker, text.contains(":"),
    !text.contains("["), !text.contains("\\")
  else { return }
  let name = text.prefix { $0 != ":" }
  let isDoubtful = name.contains(where: \.isNumber) || name.split(separator: " ").count > 3
  if isDoubtful { state.report(.doubtfulCharacter(String(name)), line.range) }
}

extension String {
  /// Whether something before a colon has to be looked at: `false` where there is no colon, or
  /// up to three words of plain letters before it.
  fileprivate var mayNameSpeaker: Bool {
    var words = 0
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      if previous == UInt8(ascii: ":") { return words > 3 || byte >= 0x80 }
      switch byte {
      case UInt8(ascii: ":"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: return true
      case UInt8(ascii: " "): break
      default: if previous == UInt8(ascii: " ") { words += 1 }
      }
      previous = byte
    }
    return previous == UInt8(ascii: ":") && words > 3
  }
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
  if entry.pieces != line.pieces.texts { state.report(.shadowTextDiffers, line.range) }
}
