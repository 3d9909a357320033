/// Gives every node its unique name and finds the node groups.
func nameNodes(_ state: inout CompilationState) {
  for (file, syntax) in state.files.enumerated() {
    for node in syntax.nodes { name(node, in: file, &state) }
  }
  checkTitles(&state)
}

private func name(_ node: NodeSyntax, in file: Int, _ state: inout CompilationState) {
  let titles = node.headers.filter { $0.key == "title" }
  guard let header = titles.first else {
    state.report(.missingTitle, node.bodyRange ?? node.range)
    return
  }
  if titles.count > 1 {
    state.report(.repeatedTitle, titles[1].keyRange.joined(titles[1].valueRange))
  }
  checkTitle(header, &state)
  checkOnce(node, &state)
  let isMember = !node.whens.isEmpty
  var name = header.value
  if let subtitle = node.first("subtitle") { checkSubtitle(subtitle, &state) }
  if isMember {
    let subtitle = node.first("subtitle")?.value ?? ""
    let place = "\(state.shortNames[file])\(name)\(state.line(node.range))"
    name += "." + (subtitle.isEmpty ? checksumText(place) : subtitle)
  }
  if node.isEmpty {
    state.report(.emptyNode(header.value), node.range)
    if !isMember { return }
  }
  state.nodes.append(
    CompilationState.NamedNode(
      syntax: node, file: file, title: header.value, name: name, isGroupMember: isMember))
}

private func checkTitle(_ header: NodeSyntax.Header, _ state: inout CompilationState) {
  let bad =
    header.value.utf8.first?.isDigit == true
    ? header.value.first
    : header.value.first { !$0.utf8.allSatisfy(\.continuesIdentifier) }
  if header.value.isEmpty { state.report(.missingTitle, header.keyRange) }
  guard let bad else { return }
  reportCharacter(bad, in: header, &state)
}

private func checkSubtitle(_ header: NodeSyntax.Header, _ state: inout CompilationState) {
  let illegal: Set<Character> = [
    ".", "[", "]", "<", ">", "{", "}", "|", ":", "#", "$", " ", "\t",
  ]
  let bad =
    header.value.utf8.first?.isDigit == true
    ? header.value.first : header.value.first { illegal.contains($0) }
  if let bad { reportCharacter(bad, in: header, &state) }
}

private func reportCharacter(
  _ character: Character, in header: NodeSyntax.Header, _ state: inout CompilationState
) {
  let before = header.value.prefix { $0 != character }.utf8.count
  let start = header.valueRange.start + before
  state.report(
    .titleCharacter(character, header: header.key),
    SourceRange(
      file: header.valueRange.file, start: start, end: start + character.utf8.count))
}

private func checkOnce(_ node: NodeSyntax, _ state: inout CompilationState) {
  let onces = node.whens.filter { when in
    switch when.test {
    case .once, .onceIf: true
    case .always, .expression: false
    }
  }
  if onces.count > 1 { state.report(.repeatedOnce, onces[1].range) }
}

private func checkTitles(_ state: inout CompilationState) {
  var byTitle: [String: [Int]] = [:]
  for (index, node) in state.nodes.enumerated() { byTitle[node.title, default: []].append(index) }
  for indices in byTitle.values where indices.count > 1 {
    let nodes = indices.map { state.nodes[$0] }
    if !nodes.contains(where: \.isGroupMember) {
      for (index, node) in nodes.enumerated() {
        let other = nodes[index == 0 ? 1 : 0]
        let place = "\(state.sources[other.file].name):\(state.line(titleRange(other)))"
        state.report(.duplicateTitle(node.title, other: place), titleRange(node))
      }
    } else {
      for node in nodes where !node.isGroupMember {
        state.report(.groupWithoutWhen(node.title), titleRange(node))
      }
      checkSubtitles(nodes, &state)
    }
  }
}

private func checkSubtitles(
  _ nodes: [CompilationState.NamedNode], _ state: inout CompilationState
) {
  var bySubtitle: [String: [NodeSyntax.Header]] = [:]
  for node in nodes {
    if let header = node.syntax.first("subtitle") {
      bySubtitle[header.value, default: []].append(header)
    }
  }
  for headers in bySubtitle.values where headers.count > 1 {
    for header in headers {
      state.report(
        .duplicateSubtitle(header.value, group: nodes[0].title),
        header.keyRange.joined(header.valueRange))
    }
  }
}

private func titleRange(_ node: CompilationState.NamedNode) -> SourceRange {
  node.syntax.first("title").map { $0.keyRange.joined($0.valueRange) } ?? node.syntax.range
}
