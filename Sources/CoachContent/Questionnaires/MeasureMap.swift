import Questionnaires
import Yams

/// One map of a measure's file, whose keys are all known and taken one by one.
struct MeasureMap {
  let reader: YAMLReader
  let node: Node
  private let entries: [String: Node]

  init(_ node: Node, reader: YAMLReader, known: [String]) throws(YAMLFault) {
    self.reader = reader
    self.node = node
    var entries: [String: Node] = [:]
    for (key, place, value) in try reader.map(node) {
      guard known.contains(key) else { throw reader.unknownKey(key, at: place, known: known) }
      entries[key] = value
    }
    self.entries = entries
  }

  subscript(key: String) -> Node? { entries[key] }

  func needed(_ key: String) throws(YAMLFault) -> Node {
    guard let node = entries[key] else { throw reader.fault(.missingKey(key), at: self.node) }
    return node
  }

  func text(_ key: String) throws(YAMLFault) -> String {
    try reader.text(try needed(key), of: key)
  }

  func integer(_ key: String) throws(YAMLFault) -> Int {
    guard let value = Int(try text(key)) else {
      throw reader.fault(.wrongType(key: key, expected: .integer), at: try needed(key))
    }
    return value
  }
}
