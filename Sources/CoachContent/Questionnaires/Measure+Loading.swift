import Questionnaires
import Yams

extension Measure {
  /// Reads what is known of a measure from the text of a YAML file.
  ///
  /// - Parameters:
  ///   - text: The text of the whole file.
  ///   - file: The name of the file, for faults.
  /// - Throws: `YAMLFault` with the place of the first fault.
  public init(loading text: String, file: String) throws(YAMLFault) {
    let reader = YAMLReader(file: file)
    let map = try MeasureMap(try reader.document(text), reader: reader, known: Self.keys)
    let range = try MeasureMap(
      try map.needed("range"), reader: reader, known: ["lowest", "highest"])
    self.init(
      id: try map.text("id"), title: try map.text("title"),
      questionnaire: try map.text("questionnaire"), score: LinkID(try map.text("score")),
      items: try Self.items(map), lowest: try range.integer("lowest"),
      highest: try range.integer("highest"), direction: try Self.direction(map),
      bands: try Self.bands(map), reliableChange: try Self.reliableChange(map),
      intervalDays: try map.integer("intervalDays"), recallDays: try map.integer("recallDays"),
      safety: try Self.safety(map), citation: try map.text("citation"),
      licence: try map.text("licence"))
  }

  private static let keys = [
    "id", "title", "questionnaire", "score", "items", "range", "direction", "bands",
    "reliableChange", "intervalDays", "recallDays", "safety", "citation", "licence",
  ]

  private static func items(_ map: MeasureMap) throws(YAMLFault) -> [LinkID] {
    var items: [LinkID] = []
    for node in try map.reader.list(try map.needed("items")) {
      items.append(LinkID(try map.reader.text(node, of: "items")))
    }
    return items
  }

  private static func direction(_ map: MeasureMap) throws(YAMLFault) -> Direction {
    guard let direction = Direction(rawValue: try map.text("direction")) else {
      let allowed = ["lower-is-better", "higher-is-better"]
      throw map.reader.fault(
        .notOneOf(key: "direction", allowed: allowed), at: try map.needed("direction"))
    }
    return direction
  }

  private static func bands(_ map: MeasureMap) throws(YAMLFault) -> [Band] {
    var bands: [Band] = []
    for node in try map.reader.list(try map.needed("bands")) {
      let band = try MeasureMap(
        node, reader: map.reader, known: ["from", "to", "code", "label"])
      bands.append(
        Band(
          from: try band.integer("from"), to: try band.integer("to"), code: try band.text("code"),
          label: try band.text("label")))
    }
    return bands
  }

  private static func reliableChange(_ map: MeasureMap) throws(YAMLFault) -> ReliableChange? {
    guard let node = map["reliableChange"] else { return nil }
    let rule = try MeasureMap(node, reader: map.reader, known: ["points", "source"])
    return ReliableChange(points: try rule.integer("points"), source: try rule.text("source"))
  }

  private static func safety(_ map: MeasureMap) throws(YAMLFault) -> SafetyItem? {
    guard let node = map["safety"] else { return nil }
    let rule = try MeasureMap(node, reader: map.reader, known: ["linkId", "above"])
    return SafetyItem(
      linkID: LinkID(try rule.text("linkId")), above: try rule.integer("above"))
  }
}
