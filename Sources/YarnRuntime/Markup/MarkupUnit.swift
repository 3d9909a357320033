/// A character of a script's text, or a value that was inserted.
///
/// Values are never searched for markup, so what a person wrote cannot break a line.
enum MarkupUnit: Equatable {
  case scalar(Unicode.Scalar)
  case value(String)

  /// Lays out a line's text with its values in their places.
  static func units(pieces: [String], values: [String]) -> [MarkupUnit] {
    var units: [MarkupUnit] = []
    for (index, piece) in pieces.enumerated() {
      units += piece.unicodeScalars.map(MarkupUnit.scalar)
      if index < values.count { units.append(.value(values[index])) }
    }
    return units
  }

  var scalar: Unicode.Scalar? {
    switch self {
    case .scalar(let scalar): scalar
    case .value: nil
    }
  }

  var text: String {
    switch self {
    case .scalar(let scalar): String(scalar)
    case .value(let value): value
    }
  }

  var isWhitespace: Bool { scalar?.properties.isWhitespace ?? false }
}
