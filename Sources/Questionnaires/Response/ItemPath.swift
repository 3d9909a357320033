/// Where an item stands within a response: which repetition of which group, and so on down.
public struct ItemPath: Hashable, Codable, Sendable {
  /// One level of the way.
  public struct Step: Hashable, Codable, Sendable {
    /// The item of the form.
    public var linkID: LinkID
    /// The repetition of the group, or the answer to the question, counted from 0.
    public var index: Int

    /// Makes a level.
    public init(linkID: LinkID, index: Int = 0) {
      self.linkID = linkID
      self.index = index
    }
  }

  /// The levels, outermost first.
  public var steps: [Step]

  /// Makes a path.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// The path to an item one level further in.
  func appending(_ linkID: LinkID, _ index: Int = 0) -> ItemPath {
    ItemPath(steps + [Step(linkID: linkID, index: index)])
  }

  /// How many levels, from the outermost in, two paths have in common.
  func sharedLevels(with other: ItemPath) -> Int {
    zip(steps, other.steps).prefix { $0 == $1 }.count
  }

  /// The path to another repetition of the same group.
  func repetition(_ index: Int) -> ItemPath {
    guard let last = steps.last else { return self }
    return ItemPath(steps.dropLast() + [Step(linkID: last.linkID, index: index)])
  }

  /// Whether both are repetitions of the same group, or the same.
  func isLike(_ other: ItemPath) -> Bool { repetition(0) == other.repetition(0) }

  /// Whether the other path lies within this one or is the same.
  func holds(_ other: ItemPath) -> Bool { other.steps.starts(with: steps) }
}

extension ItemPath: CustomStringConvertible {
  /// The path in one line, such as `person[1]/person.name`.
  public var description: String {
    steps.map { $0.index == 0 ? "\($0.linkID)" : "\($0.linkID)[\($0.index)]" }
      .joined(separator: "/")
  }
}
