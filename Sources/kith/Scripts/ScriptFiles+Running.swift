import YarnAuthoring
import YarnCompiler
import YarnRuntime

extension ScriptFiles {
  /// The functions that scripts can call where no host is: the standard ones, those of the test
  /// harness, and for what is only declared functions that give 0, `false` or an empty text.
  var library: Library {
    var library = HarnessFunctions.library
    library.addStandIns(for: definitions.functions)
    return library
  }

  /// Compiles the scripts for running in a language; without a table of translations only what
  /// depends on plurals follows it.
  ///
  /// - Parameter locale: The language; `nil` for that of the scripts.
  /// - Returns: The program.
  /// - Throws: ``Failure`` when the scripts have errors, or are translated but not into it.
  func runnableProgram(in locale: String?) throws -> Program {
    let hasTranslations = project?.localisation.isEmpty == false
    var program = try program(locale: hasTranslations ? locale : nil)
    program.locale = locale ?? baseLanguage
    return program
  }

  /// Chooses the node to start at.
  ///
  /// - Parameters:
  ///   - name: The name that was typed; without one it is `Start`, or else the first node of the
  ///     first file.
  ///   - program: The compiled scripts.
  /// - Returns: The name of a node.
  /// - Throws: ``Failure`` when no node has the name.
  func startNode(_ name: String?, in program: Program) throws -> String {
    if let name {
      guard program.nodes[name] == nil else { return name }
      let nearest = NearestName.of(name, among: program.nodes.keys.sorted())
      throw Failure(
        message: "no node is called '\(name)'",
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "'kith script graph' shows the nodes there are")
    }
    if program.nodes["Start"] != nil { return "Start" }
    let order = Dictionary(
      sources.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let first = program.nodes.values.min {
      (order[$0.sourceName] ?? 0, $0.line, $0.name.count)
        < (order[$1.sourceName] ?? 0, $1.line, $1.name.count)
    }
    guard let first else { throw Failure(message: "the scripts have no node") }
    return first.name
  }
}

extension Failure {
  /// Says why a script cannot go on, and where.
  init(_ error: DialogueError) {
    var hint: String?
    if case .unknownFunction = error.problem {
      hint = "to play without the host, declare it in a .ysls.json file beside the scripts"
    }
    self.init(message: "\(error)", hint: hint)
  }
}

extension SaliencyStrategy {
  /// The names that can be typed, for the help of commands.
  static var namesInHelp: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Finds a strategy by the name that was typed.
  ///
  /// - Throws: ``Failure`` when there is none.
  static func named(_ name: String) throws -> SaliencyStrategy {
    if let strategy = SaliencyStrategy(rawValue: name) { return strategy }
    let names = allCases.map(\.rawValue)
    let nearest = NearestName.of(name, among: names).map { "did you mean '\($0)'? " } ?? ""
    throw Failure(
      message: "there is no saliency strategy '\(name)'",
      hint: nearest + "there are: \(names.joined(separator: ", "))", exitCode: 2)
  }
}
