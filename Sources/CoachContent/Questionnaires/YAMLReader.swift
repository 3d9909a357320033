import YarnCompiler
import Yams

/// Reads the nodes of one YAML file, with the place of every fault.
struct YAMLReader {
  /// How deep lists and maps may lie in one another; the same as in JSON.
  static let depthLimit = 400
  /// How many values a file may have, however short it is.
  private static let valueLimit = 200_000
  /// How many anchors a file may have.
  private static let anchorLimit = 1_000

  let file: String

  /// Parses a whole file.
  func document(_ text: String) throws(YAMLFault) -> Node {
    // Aliases in a long chain make values so deep that they cannot even be freed.
    guard anchorCount(in: text) <= Self.anchorLimit else {
      throw YAMLFault(.tooManyValues, file: file, line: 1, column: 1)
    }
    let node: Node?
    do {
      // Types are never guessed here, and guessing them took a third of the time.
      node = try Yams.compose(yaml: text, .basic)
    } catch {
      throw fault(error)
    }
    guard let node else { throw YAMLFault(.empty, file: file, line: 1, column: 1) }
    try measure(node, of: text)
    return node
  }

  /// How many anchors a text has at most: each is a `&` with a name, behind a space or a bracket.
  private func anchorCount(in text: String) -> Int {
    var (count, before, last) = (0, UInt8(ascii: " "), UInt8(ascii: " "))
    let openers = Set(" \t\n[{,".utf8)
    for byte in text.utf8 {
      if last == UInt8(ascii: "&"), openers.contains(before), byte > UInt8(ascii: " ") {
        count += 1
      }
      (before, last) = (last, byte)
    }
    return count
  }

  /// Refuses a file with aliases of aliases, a few lines of which can stand for more values than
  /// there is memory.
  ///
  /// Without aliases no file has more values than characters.
  private func measure(_ root: Node, of text: String) throws(YAMLFault) {
    let limit = max(Self.valueLimit, text.utf8.count)
    var count = 0
    var waiting = [(node: root, depth: 1)]
    while let (node, depth) = waiting.popLast() {
      count += 1
      guard count <= limit else { throw fault(.tooManyValues, at: node) }
      guard depth <= Self.depthLimit else { throw fault(.tooDeep, at: node) }
      switch node {
      case .scalar, .alias: continue
      case .mapping(let map): for (_, value) in map { waiting.append((value, depth + 1)) }
      case .sequence(let list): for value in list { waiting.append((value, depth + 1)) }
      }
    }
  }

  /// The entries of a map, with the node of each key for its place.
  func map(_ node: Node) throws(YAMLFault) -> [(key: String, place: Node, value: Node)] {
    guard case .mapping(let mapping) = node else { throw fault(.notAMap, at: node) }
    var entries: [(key: String, place: Node, value: Node)] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key else { throw fault(.notAScalar, at: key) }
      entries.append((name.string, key, value))
    }
    return entries
  }

  /// The elements of a list.
  func list(_ node: Node) throws(YAMLFault) -> [Node] {
    guard case .sequence(let sequence) = node else { throw fault(.notAList, at: node) }
    return Array(sequence)
  }

  /// The text of a single value, as it stands in the file.
  func text(_ node: Node, of key: String) throws(YAMLFault) -> String {
    guard case .scalar(let scalar) = node else { throw fault(.notAScalar, at: node) }
    guard !scalar.string.isEmpty else { throw fault(.noValue(key), at: node) }
    return scalar.string
  }

  /// A fault at the place of a node.
  func fault(_ problem: YAMLFault.Problem, at node: Node) -> YAMLFault {
    YAMLFault(problem, file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// The fault of a key that means nothing.
  func unknownKey(_ key: String, at node: Node, known: [String]) -> YAMLFault {
    fault(.unknownKey(key, nearest: NearestName.of(key, among: known)), at: node)
  }

  private func fault(_ error: any Error) -> YAMLFault {
    switch error as? YamlError {
    case .scanner(_, let words, let mark, _), .parser(_, let words, let mark, _),
      .composer(_, let words, let mark, _):
      YAMLFault(.syntax(words), file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      YAMLFault(
        .duplicateKey(keys.first ?? ""), file: file, line: context.mark.line,
        column: context.mark.column)
    default: YAMLFault(.syntax("\(error)"), file: file, line: 1, column: 1)
    }
  }
}
