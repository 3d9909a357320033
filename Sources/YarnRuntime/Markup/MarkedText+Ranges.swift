/// Work with the ranges that attributes describe.
extension MarkedText {
  /// Finds the first attribute of a name.
  ///
  /// - Parameter name: The tag's name.
  /// - Returns: The attribute; `nil` when there is none.
  public func attribute(named name: String) -> MarkupAttribute? {
    attributes.first { $0.name == name }
  }

  /// The text that an attribute describes.
  ///
  /// - Parameter attribute: An attribute of this text.
  /// - Returns: The text of its range, as far as it lies in this text.
  public func text(of attribute: MarkupAttribute) -> Substring {
    let units = text.utf16
    let start = units.index(after: attribute.position, in: text)
    let end = units.index(after: attribute.position + max(0, attribute.length), in: text)
    return text[start..<max(start, end)]
  }

  /// Deletes the text that an attribute describes, and the attribute.
  ///
  /// Attributes inside the range go with it; those that overlap it shrink, and those behind it
  /// move. An attribute without length is taken away and the text stays.
  ///
  /// - Parameter attribute: An attribute of this text.
  /// - Returns: What remains.
  public func deleting(_ attribute: MarkupAttribute) -> MarkedText {
    var rest = self
    rest.attributes = attributes.filter { $0 != attribute }
    let deleted = text(of: attribute)
    guard attribute.length > 0 else { return rest }
    rest.text.removeSubrange(deleted.startIndex..<deleted.endIndex)
    let range = attribute.position..<attribute.position + attribute.length
    rest.attributes = rest.attributes.compactMap { $0.without(range) }
    return rest
  }
}

extension MarkupAttribute {
  /// What is left of the attribute when a range of its text is deleted; `nil` for nothing.
  fileprivate func without(_ deleted: Range<Int>) -> MarkupAttribute? {
    let end = position + length
    var rest = self
    if position <= deleted.lowerBound {
      guard end > deleted.lowerBound else { return rest }
      rest.length =
        end <= deleted.upperBound ? deleted.lowerBound - position : length - deleted.count
      return rest.length > 0 ? rest : nil
    }
    if position >= deleted.upperBound {
      rest.position -= deleted.count
      return rest
    }
    guard end > deleted.upperBound else { return nil }
    rest.position = deleted.lowerBound
    rest.length = end - deleted.upperBound
    return rest
  }
}

extension String.UTF16View {
  /// The place that some UTF-16 units lead to, or the text's start or end if they lead beyond;
  /// never the middle of a character's code.
  fileprivate func index(after count: Int, in text: String) -> Index {
    guard count > 0 else { return startIndex }
    let place = index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex
    guard place.samePosition(in: text.unicodeScalars) == nil else { return place }
    return index(before: place)
  }
}
