/// The whole state of a dialogue at an event, in a form that can be written down.
///
/// A place is kept as what was said there last, so that the dialogue can go on after the scripts
/// were edited. The program and the library are no part of it.
public struct SavedDialogue: Codable, Equatable, Sendable {
  /// The form that this version writes, and the newest it reads.
  public static let currentFormat = 1

  var format = SavedDialogue.currentFormat
  var frames: [SavedFrame]
  var queue: [SavedEvent]
  var areOptionsDelivered: Bool
  var silentMoves: Int
  var saliency: SaliencyStrategy

  /// What the dialogue remembers, for a host that starts elsewhere when the place is gone.
  public internal(set) var memory: DialogueMemory
}

/// A running node of a saved dialogue.
struct SavedFrame: Codable, Equatable, Sendable {
  /// The unique name of the node.
  var node: String
  var anchor: Anchor
  /// The commands and detours since the anchor.
  var events: Int
  var programCounter: Int
  /// What the node's code was, so that the counter is used only with the same code.
  var digest: UInt64
  var options: [SavedOption]
}

/// An option that waits to be chosen.
struct SavedOption: Codable, Equatable, Sendable {
  var id: String
  var values: [String]
  var isAvailable: Bool
}

/// The start or end of a node that the host has not been told of.
struct SavedEvent: Codable, Equatable, Sendable {
  enum Kind: String, Codable, Sendable { case nodeStarted, nodeCompleted, dialogueCompleted }

  var kind: Kind
  var node: String?

  init(_ event: Event) {
    switch event {
    case .nodeStarted(let node): (kind, self.node) = (.nodeStarted, node)
    case .nodeCompleted(let node): (kind, self.node) = (.nodeCompleted, node)
    case .dialogueCompleted: kind = .dialogueCompleted
    case .line, .options, .command:
      preconditionFailure("only starts and ends of nodes wait for the host")
    }
  }

  var event: Event {
    switch kind {
    case .nodeStarted: .nodeStarted(node ?? "")
    case .nodeCompleted: .nodeCompleted(node ?? "")
    case .dialogueCompleted: .dialogueCompleted
    }
  }
}

extension Dialogue {
  /// The state at this event, from which ``init(program:restoring:locale:replacements:)`` goes on.
  public var saved: SavedDialogue {
    SavedDialogue(
      frames: frames.map(SavedFrame.init), queue: queue.map(SavedEvent.init),
      areOptionsDelivered: areOptionsDelivered, silentMoves: silentMoves,
      saliency: saliency, memory: memory)
  }
}

extension SavedFrame {
  init(_ frame: Frame) {
    (anchor, events) = AnchorTable(frame.code.code).anchor(of: frame.programCounter)
    node = frame.node
    programCounter = frame.programCounter
    digest = CodeDigest(frame.code.code).value
    options = frame.options.map {
      SavedOption(id: $0.line.id, values: $0.line.values, isAvailable: $0.isAvailable)
    }
  }
}
