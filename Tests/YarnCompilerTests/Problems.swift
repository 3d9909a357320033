import YarnCompiler

/// Compiles a source and gives the code, place and severity of each remark.
func problems(source: String, version: Int = 4) -> [String] {
  Compiler(languageVersion: version).compile([Source(name: "a.yarn", text: source)])
    .diagnostics.map { "\($0.code) \($0.start.line):\($0.start.column) \($0.severity.rawValue)" }
}

/// The same for the body of a node; its first line is line 3.
func problems(_ body: String) -> [String] {
  problems(source: "title: Start\n---\n\(body)\n===\n")
}
