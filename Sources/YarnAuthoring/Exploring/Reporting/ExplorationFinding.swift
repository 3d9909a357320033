/// Something that a walk through scripts found, with the place where its author can look at it.
public struct ExplorationFinding: Equatable, Encodable, Sendable {
  /// What kind of fault it is.
  public enum Kind: String, Encodable, CaseIterable, Sendable {
    /// Nothing leads to a node.
    case nodeNeverReached = "node-never-reached"

    /// The conditions of a member of a node group never hold when the group is entered.
    case memberNeverSelected = "member-never-selected"

    /// An option is never available.
    case optionNeverChosen = "option-never-chosen"

    /// A line is never said.
    case lineNeverSaid = "line-never-said"

    /// Options are offered of which none is available, so that all of them are passed over.
    case noOption = "no-option-available"

    /// Nodes lead to each other without a word.
    case endlessLoop = "endless-loop"

    /// Lines come round again for ever without an option or a command.
    case neverAsks = "never-asks"

    /// The dialogue ends in an error.
    case failure = "run-time-error"

    /// A variable that no script declares is read before anything has set it.
    case readBeforeSet = "read-before-set"

    /// The host is not known to have a command.
    case unknownCommand = "unknown-command"
  }

  /// How bad it is.
  public enum Severity: String, Encodable, Sendable {
    /// The dialogue cannot go on.
    case error

    /// Something is probably not as the author meant it.
    case warning
  }

  /// What kind of fault it is.
  public var kind: Kind

  /// The name of the file.
  public var file: String

  /// The line of the file, counted from 1.
  public var line: Int

  /// The unique name of the node.
  public var node: String

  /// The id of the line or option that is never come to; `nil` for other findings.
  public var lineID: String?

  /// What is wrong, in words.
  public var message: String

  /// A shortest way there; `nil` for what is never come to.
  public var path: ExplorationPath?

  /// How bad it is.
  public var severity: Severity {
    switch kind {
    case .endlessLoop, .neverAsks, .failure: .error
    case .nodeNeverReached, .memberNeverSelected, .optionNeverChosen, .lineNeverSaid, .noOption,
      .readBeforeSet, .unknownCommand:
      .warning
    }
  }

  private enum CodingKeys: String, CodingKey {
    case kind, severity, file, line, node, lineID, message, path
  }

  /// Writes the finding, its severity included.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(severity, forKey: .severity)
    try container.encode(file, forKey: .file)
    try container.encode(line, forKey: .line)
    try container.encode(node, forKey: .node)
    try container.encodeIfPresent(lineID, forKey: .lineID)
    try container.encode(message, forKey: .message)
    try container.encodeIfPresent(path, forKey: .path)
  }
}

extension ExplorationFinding: CustomStringConvertible {
  /// The finding in the form compilers use, with the way there on a second line.
  public var description: String {
    "\(file):\(line): \(severity.rawValue): \(message) [\(kind.rawValue)]"
      + (path.map { "\n  \($0)" } ?? "")
  }
}
