/// What can be told of a node without running it, for those who check content.
public struct NodeFacts: Equatable, Sendable {
  /// A name or a text with the line it stands on.
  public struct Mention: Equatable, Sendable {
    /// The node, function, or command text that is mentioned.
    public var text: String

    /// The line of the file, counted from 1.
    public var line: Int

    package init(text: String, line: Int) {
      self.text = text
      self.line = line
    }
  }

  /// A line of dialogue, an option or a line-group item.
  public struct SpokenLine: Equatable, Sendable {
    /// What kind of place a line stands in.
    public enum Role: Equatable, Sendable {
      /// A plain line.
      case line

      /// The text of an option.
      case option

      /// An item of a line group.
      case lineGroupItem
    }

    /// The key in the program's string table.
    public var id: String

    /// Whether the script gives the id itself with `#line:`.
    public var isExplicit: Bool

    /// What kind of place the line stands in.
    public var role: Role

    private var storedLine: Int32

    /// The line of the file, counted from 1.
    public var line: Int {
      get { Int(storedLine) }
      set { storedLine = Int32(clamping: newValue) }
    }

    package init(id: String, isExplicit: Bool, line: Int, role: Role) {
      self.id = id
      self.isExplicit = isExplicit
      self.role = role
      storedLine = Int32(clamping: line)
    }
  }

  /// Options that are offered together.
  public struct OptionGroup: Equatable, Sendable {
    /// The line ids of the options, in order.
    public var lineIDs: [String]

    /// Whether every option has a condition, so that all of them can be unavailable at once.
    public var canBeEmpty: Bool

    /// The line of the first option, counted from 1.
    public var line: Int

    package init(lineIDs: [String], canBeEmpty: Bool, line: Int) {
      self.lineIDs = lineIDs
      self.canBeEmpty = canBeEmpty
      self.line = line
    }
  }

  /// The nodes that literal `<<jump>>`s lead to.
  public var jumps: [Mention] = []

  /// The nodes that literal `<<detour>>`s lead to.
  public var detours: [Mention] = []

  /// Whether a jump or detour leads to a node that only running the script can tell.
  public var hasComputedTargets = false

  /// The functions that are called, in the body and in `when:` headers.
  public var functions: [Mention] = []

  /// The commands that are delivered to the host; an expression in them is written `{0}`, `{1}`….
  public var commands: [Mention] = []

  /// The option groups in order.
  public var optionGroups: [OptionGroup] = []

  /// Lines, options and line-group items in order.
  public var lines: [SpokenLine] = []

  /// `once` blocks whose key depends on their place, because no line inside has an explicit id.
  public var unstableOnceBlocks: [Int] = []

  package init() {}
}
