import TestSupport
import YarnCompiler
import YarnRuntime

/// Compiles scripts, runs what compiles, and tells what must never happen.
struct FuzzRun {
  var executions = 0
  var programs = 0
  var failures: [String] = []

  mutating func run(_ bytes: [UInt8], chance: inout RandomSource) {
    let text = String(decoding: bytes, as: UTF8.self)
    let start = ProcessorTime.ofThread
    let compilation = Compiler().compile([Source(name: "a", text: text)])
    executions += 1
    check(compilation, of: text)
    if executions.isMultiple(of: 8) {
      let again = Compiler().compile([Source(name: "a", text: text)])
      expect(
        again.diagnostics == compilation.diagnostics, "the remarks differ between two runs", text)
    }
    if let program = compilation.program {
      programs += 1
      play(program, &chance)
    }
    expect(ProcessorTime.ofThread - start < .seconds(1), "takes longer than a second", text)
  }

  private mutating func check(_ compilation: Compilation, of text: String) {
    let diagnostics = compilation.diagnostics
    let lineCount = text.utf8.reduce(1) { $0 + ($1 == 10 || $1 == 13 ? 1 : 0) }
    let isInside = diagnostics.allSatisfy {
      $0.start <= $0.end && $0.start.line >= 1 && $0.start.column >= 1 && $0.end.line <= lineCount
        && $0.start.column <= $0.sourceLine.utf16.count + 2
    }
    expect(isInside, "a remark is not inside the file", text)
    let starts = diagnostics.map(\.start)
    expect(
      zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }, "remarks are not in order", text)
    let hasError = diagnostics.contains { $0.severity == .error }
    expect(hasError == (compilation.program == nil), "an error and a program, or neither", text)
    for diagnostic in diagnostics.prefix(3) where diagnostic.excerpt.isEmpty {
      failures.append("a remark without words")
    }
  }

  private mutating func play(_ program: Program, _ chance: inout RandomSource) {
    guard let first = program.nodes.keys.sorted().randomElement(using: &chance) else { return }
    var dialogue = Dialogue(program: program, seed: 1)
    do {
      try dialogue.start(at: first)
      for _ in 0..<60 {
        switch try dialogue.next(using: Library()) {
        case .options(let options):
          try dialogue.choose(options.filter(\.isAvailable).randomElement(using: &chance)?.index)
        case .dialogueCompleted: return
        default: break
        }
      }
    } catch {
      if error.description.isEmpty { failures.append("an error without words") }
    }
  }

  private mutating func expect(_ holds: Bool, _ what: String, _ text: String) {
    if !holds { failures.append("\(what):\n\(text)") }
  }
}
