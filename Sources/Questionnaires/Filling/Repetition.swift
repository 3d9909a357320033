/// One repetition of a group, such as one of several people.
public struct Repetition: Equatable, Sendable {
  /// Its place.
  public var path: ItemPath
  /// The text of the group.
  public var groupText: String
  /// Its number, counted from 1.
  public var number: Int
  /// What the person calls it.
  public var label: PrivateText?
  /// Whether nothing in it is answered.
  public var isEmpty: Bool

  /// Its heading, such as ‘Person 2: Tom’.
  public var heading: PrivateText {
    let name = groupText.isEmpty ? "\(number)" : "\(groupText) \(number)"
    return PrivateText(label.map { "\(name): \($0.plaintext)" } ?? name)
  }
}

extension FormTree {
  /// What is known of the repetition that a node is.
  func repetition(_ index: Int) -> Repetition {
    let path = nodes[index].path
    return Repetition(
      path: path, groupText: item(of: index).text, number: (path.steps.last?.index ?? 0) + 1,
      label: label(of: index), isEmpty: answeredCount(within: index) == 0)
  }

  /// The innermost repetition of a repeating group around a node; `nil` outside of any.
  func repetition(around index: Int) -> Repetition? {
    ancestors(of: index).first { item(of: $0).type == .group && item(of: $0).repeats }
      .map(repetition)
  }

  /// What the person calls a repetition of a group.
  func label(of index: Int) -> PrivateText? {
    guard let label = labelNode(of: index), let value = nodes[label].answers.first else {
      return nil
    }
    return item(of: label).words(for: value)
  }

  /// The node that names a repetition of a group.
  func labelNode(of index: Int) -> Int? {
    guard let name = form.items[nodes[index].item].itemLabel, let label = form.places[name] else {
      return nil
    }
    let candidates = places[label]
    if candidates.count == 1 { return candidates.first { index < $0 && $0 < nodes[index].end } }
    let place = firstPlace(from: index, in: candidates)
    guard place < candidates.count, candidates[place] < nodes[index].end else { return nil }
    return candidates[place]
  }
}
