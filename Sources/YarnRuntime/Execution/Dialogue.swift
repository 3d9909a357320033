/// A conversation in progress.
///
/// It is a value: a copy goes its own way, and a copy taken earlier is the earlier state. The host
/// pulls one event after another with ``next(using:)``.
public struct Dialogue: Sendable {
  /// The compiled scripts.
  public let program: Program

  /// Variables, counts and the state of chance.
  public var memory: DialogueMemory

  /// How salient content is chosen.
  public var saliency: SaliencyStrategy

  /// The language of the texts, which decides about plurals.
  public var locale: String { language.locale }

  let language: Language

  var frames: [Frame] = []
  var queue: [Event] = []
  var areOptionsDelivered = false
  var values: [Value] = []
  var lineCandidates: [LineCandidate] = []
  var smartDepth = 0
  var smartReadings = 0
  let links = LinkCache()

  /// How often the dialogue went to another node since it last said anything.
  var silentMoves = 0

  /// Creates a dialogue that has not started.
  ///
  /// - Parameters:
  ///   - program: The compiled scripts.
  ///   - seed: Where chance starts from.
  ///   - saliency: How salient content is chosen.
  ///   - locale: The language of the texts, such as `en` or `en-AU`; without one the language of
  ///     the program.
  ///   - replacements: What the host puts in the place of tags in the texts.
  public init(
    program: Program, seed: UInt64, saliency: SaliencyStrategy = .randomBestLeastRecentlySeen,
    locale: String? = nil, replacements: MarkupReplacements = MarkupReplacements()
  ) {
    self.program = program
    language = Language(locale: locale ?? program.locale, replacements: replacements)
    self.saliency = saliency
    memory = DialogueMemory(random: RandomSource(seed: seed))
  }

  /// The unique names of the nodes that run now, innermost last.
  public var stack: [String] { frames.map(\.node) }

  /// Starts at a node, dropping whatever was running.
  ///
  /// - Parameter node: The unique name of a node, or the title of a node group.
  /// - Throws: `DialogueError.unknownNode`.
  public mutating func start(at node: String) throws(DialogueError) {
    let linked = try link(node)
    queue = [.nodeStarted(node)]
    frames = [Frame(linked)]
    forgetPassingState()
  }

  /// Goes on to the next event.
  ///
  /// - Parameter library: The functions that the scripts call.
  /// - Returns: What happens next.
  /// - Throws: `DialogueError.choiceExpected` while options wait, `.notRunning` before the start
  ///   and after the end, and whatever goes wrong in the script.
  public mutating func next(using library: Library) throws(DialogueError) -> Event {
    if !queue.isEmpty { return queue.removeFirst() }
    guard !frames.isEmpty else { throw DialogueError(.notRunning) }
    guard frames[frames.count - 1].options.isEmpty else {
      guard !areOptionsDelivered else { throw DialogueError(.choiceExpected) }
      return offer(frames[frames.count - 1].options)
    }
    let event = try run(using: library)
    assert(values.isEmpty && lineCandidates.isEmpty, "an event left values behind")
    return event
  }

  /// Answers the options that were offered.
  ///
  /// - Parameter index: The option's index, or `nil` for none of them: what follows the options
  ///   comes next.
  /// - Throws: `DialogueError.noChoiceExpected` or `.optionUnavailable`.
  public mutating func choose(_ index: Int?) throws(DialogueError) {
    guard let options = frames.last?.options, !options.isEmpty, areOptionsDelivered else {
      throw DialogueError(.noChoiceExpected)
    }
    if let index {
      guard options.indices.contains(index), options[index].isAvailable else {
        throw DialogueError(.optionUnavailable(index))
      }
      frames[frames.count - 1].programCounter = options[index].target
    }
    frames[frames.count - 1].options = []
    areOptionsDelivered = false
  }

  /// Runs another node in between; the dialogue comes back here when that node ends.
  ///
  /// Options that wait are offered again afterwards.
  ///
  /// - Parameter node: The unique name of a node, or the title of a node group.
  /// - Throws: `DialogueError.unknownNode` or `.notRunning`.
  public mutating func detour(to node: String) throws(DialogueError) {
    guard !frames.isEmpty else { throw DialogueError(.notRunning) }
    try push(node)
    areOptionsDelivered = false
  }

  /// Ends the node that runs now as `<<return>>` would.
  ///
  /// - Throws: `DialogueError.notRunning`.
  public mutating func leaveNode() throws(DialogueError) {
    guard !frames.isEmpty else { throw DialogueError(.notRunning) }
    returnFromNode()
    areOptionsDelivered = false
  }

  /// How many moves from node to node without a word are taken for a script that runs in circles.
  static var longestSilence: Int { 10_000 }

  mutating func forgetPassingState() {
    areOptionsDelivered = false
    values = []
    lineCandidates = []
    smartDepth = 0
    silentMoves = 0
  }

  /// Delivers options to the host.
  mutating func offer(_ options: [PendingOption]) -> Event {
    areOptionsDelivered = true
    return .options(Self.options(options))
  }

  private static func options(_ pending: [PendingOption]) -> [Option] {
    pending.enumerated().map { index, option in
      Option(index: index, line: option.line, isAvailable: option.isAvailable)
    }
  }
}

extension Dialogue {
  /// The options that wait for ``choose(_:)``; empty when none do.
  public var waitingOptions: [Option] {
    areOptionsDelivered ? Self.options(frames.last?.options ?? []) : []
  }

  /// The statement that ran last in the innermost node; `nil` when nothing runs.
  public var place: ScriptPlace? {
    guard let frame = frames.last, let node = program.nodes[frame.node] else { return nil }
    let counter = Int32(clamping: frame.programCounter)
    let mark = node.marks.last { $0.start < max(1, counter) }
    return ScriptPlace(
      node: node.name, file: node.sourceName, line: mark.map { Int($0.line) } ?? node.line)
  }
}
