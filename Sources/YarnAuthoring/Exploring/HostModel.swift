import YarnCompiler
import YarnRuntime

/// What the program that runs the scripts is taken to do.
public struct HostModel: Sendable {
  /// What the host's functions take and give, as far as it is known.
  public var functions: [String: FunctionSignature]

  /// The names of the host's commands; `nil` when nobody has said which there are.
  public var commands: Set<String>?

  /// The commands after which nothing more comes.
  public var endingCommands: Set<String>

  /// The commands that run a node in between, by name, with the title of that node or node group.
  public var detouringCommands: [String: String]

  /// Whether the host may go past options without choosing one, even where some are available.
  public var mayDecline: Bool

  /// A header, and the value of it, that keeps a node's options from being gone past.
  public var undeclinable: Header?

  /// Creates a model; without arguments the host only plays what the scripts say.
  public init(
    functions: [String: FunctionSignature] = [:], commands: Set<String>? = nil,
    endingCommands: Set<String> = [], detouringCommands: [String: String] = [:],
    mayDecline: Bool = false, undeclinable: Header? = nil
  ) {
    self.functions = functions
    self.commands = commands
    self.endingCommands = endingCommands
    self.detouringCommands = detouringCommands
    self.mayDecline = mayDecline
    self.undeclinable = undeclinable
  }

  /// Whether options in a node may be gone past.
  func mayDecline(in node: Node) -> Bool {
    guard mayDecline else { return false }
    guard let header = undeclinable else { return true }
    return node.header(header.key) != header.value
  }
}
