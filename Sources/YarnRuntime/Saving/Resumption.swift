/// How a saved dialogue goes on with a program that may have been edited since.
public struct Resumption: Equatable, Sendable {
  /// Where it goes on.
  public enum Position: Equatable, Sendable {
    /// At the very place: none of the nodes that ran was edited.
    case same

    /// After what was said last; these nodes were edited since.
    case found(edited: [String])

    /// At the start of this node, since the place in it is gone.
    case restarted(node: String)
  }

  /// Where the dialogue goes on.
  public var position: Position

  /// The variables that start afresh, since their type was changed.
  public var forgottenVariables: [String]
}

/// Why a saved dialogue cannot go on at all.
public enum RestoringError: Error, Equatable, Sendable {
  /// The program no longer has a node that was running.
  case unknownNode(String)

  /// The state was saved by a newer version, in this format.
  case newerFormat(Int)

  /// The state contradicts itself.
  case damaged
}

extension RestoringError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unknownNode(let name):
      "the saved dialogue stands in the node ‘\(name)’, which the scripts no longer have; "
        + "start at another node"
    case .newerFormat(let format):
      "the saved dialogue has the format \(format), which is newer than this version; update it"
    case .damaged: "the saved dialogue is damaged; start at a node"
    }
  }
}
