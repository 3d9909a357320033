import Questionnaires

/// Where the items of a form stand in the text of its file.
///
/// It looks for `linkId` and what stands behind it, in JSON and in YAML alike, so that a fault of
/// an item can be shown where its author can mend it.
public struct FormPlaces {
  private var places: [String: [(line: Int, column: Int)]] = [:]

  /// Looks through a text.
  ///
  /// - Parameter text: The text of the whole file.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    let key = Array("linkId".utf8)
    var (line, lineStart, position) = (1, 0, 0)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") {
        line += 1
        lineStart = position + 1
      } else if bytes[position] == key[0], bytes[position...].starts(with: key),
        let value = Self.value(in: bytes, from: position + key.count)
      {
        places[value, default: []].append((line, position - lineStart + 1))
        position += key.count
        continue
      }
      position += 1
    }
  }

  /// The place of an item.
  ///
  /// - Parameters:
  ///   - linkID: The item.
  ///   - occurrence: Which of several items with the same name, counted from 0.
  /// - Returns: Line and column in bytes, counted from 1; `nil` when the text has no such item.
  public func place(of linkID: LinkID, occurrence: Int = 0) -> (line: Int, column: Int)? {
    guard let found = places[linkID.rawValue] else { return nil }
    return found.indices.contains(occurrence) ? found[occurrence] : found.last
  }

  /// The value behind a key; `nil` when there is none.
  private static func value(in bytes: [UInt8], from start: Int) -> String? {
    var position = start
    func skipSpace() {
      while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    if position < bytes.count, quotes.contains(bytes[position]) { position += 1 }
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return nil }
    position += 1
    skipSpace()
    guard position < bytes.count else { return nil }
    if quotes.contains(bytes[position]) {
      let quote = bytes[position]
      let rest = bytes[(position + 1)...]
      guard let end = rest.firstIndex(of: quote) else { return nil }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    let rest = bytes[position...]
    let ends = [UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: "}")]
    let end = rest.firstIndex { ends.contains($0) } ?? bytes.count
    let words = String(decoding: rest[..<end], as: UTF8.self)
    let bare = words.firstRange(of: " #").map { words[..<$0.lowerBound] } ?? words[...]
    return String(bare.reversed().drop { $0 == " " }.reversed())
  }
}
