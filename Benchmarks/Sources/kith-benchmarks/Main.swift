import CoachContent
import Foundation

/// Measures the program whose path it is given, and prints one table.
@main
enum Main {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      if words.first == Work.onceOption { return try Work.once(Array(words.dropFirst())) }
      if words.first == ScriptSpeed.onceOption {
        return try ScriptSpeed.once(Array(words.dropFirst()))
      }
      guard let kith = words.first else {
        throw BenchError("usage: kith-benchmarks PATH-OF-KITH [GROUP...]")
      }
      try measure(kith, try Figures.Group.named(Array(words.dropFirst())))
    } catch {
      say("kith-benchmarks: \(error)")
      exit(words.isEmpty ? 2 : 1)
    }
  }

  private static func measure(_ kith: String, _ chosen: [Figures.Group]) throws {
    let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let bench = try Bench(kith: kith, executable: executable)
    let figures = Figures(bench, chosen, say: say)
    let groups = Result { try figures.groups() }
    try bench.clear()
    for line in heading() + Table(groups: try groups.get()).lines + Figures.notes { print(line) }
  }

  /// When and on what, because a figure says little without it.
  private static func heading() -> [String] {
    let day = Date.now.formatted(.iso8601.year().month().day())
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return ["kith, \(day), \(cores) cores", ""]
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
