import YarnRuntime

/// What a script is expected to say and ask, step by step, as a `.testplan` file tells it.
///
/// ```
/// line: `What shall we do?`
/// option: `Walk`
/// option: `Fly` [disabled]
/// select: 1
/// stop
/// ```
///
/// A plan has one or more runs with `---` between them. Every run starts at the node `Start`, and
/// what the script remembers lasts from run to run.
public struct TestPlan: Equatable, Sendable {
  /// One thing that is expected, or one thing that the plan does.
  public enum Action: Equatable, Sendable {
    /// A line with this text, or any line.
    case line(String?)

    /// One of the options that are offered together, in order.
    case option(String, isAvailable: Bool)

    /// A command with exactly this text.
    case command(String)

    /// The end of the dialogue.
    case stop

    /// Chooses an option, counted from 1; 0 chooses none, where none is available.
    case select(Int)

    /// Gives a variable a value.
    case set(String, Value)

    /// Chooses salient content in this way from here on.
    case saliency(SaliencyStrategy)

    /// Starts at a node.
    case node(String)
  }

  /// An action with its place in the file.
  public struct Step: Equatable, Sendable {
    /// The line of the plan, counted from 1.
    public var line: Int

    /// What is expected or done there.
    public var action: Action

    /// Creates a step.
    public init(line: Int, action: Action) {
      self.line = line
      self.action = action
    }
  }

  /// The steps of each run.
  public var runs: [[Step]]

  /// Creates a plan from steps that are already known.
  public init(runs: [[Step]]) {
    self.runs = runs
  }

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - text: The whole text of the file.
  ///   - file: What faults call the file.
  /// - Throws: ``TestPlanFaults`` with every line that cannot be read.
  public init(_ text: String, file: String) throws(TestPlanFaults) {
    var parser = TestPlanParser(file: file)
    parser.parse(text)
    guard parser.faults.isEmpty else { throw TestPlanFaults(faults: parser.faults) }
    runs = parser.runs
  }
}
