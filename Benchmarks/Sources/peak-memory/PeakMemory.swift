@preconcurrency import Glibc
import Spawning

/// Runs a program and tells the most memory it held, on a line of descriptor 4.
///
/// A program's peak is counted from the peak of the process that starts it, so the one that starts
/// it has to be small. This one holds little more than the language's own library.
@main
enum PeakMemory {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let path = words.first else { exit(2) }
    var program = Program(path, Array(words.dropFirst()), environment: variables())
    program.reads = [:]
    program.writes = [:]
    do {
      let run = try program.run()
      let line = Array("\(run.peakBytes)\n".utf8)
      guard write(4, line, line.count) == line.count else { exit(1) }
      exit(run.exitCode)
    } catch {
      exit(127)
    }
  }

  private static func variables() -> [String] {
    var texts: [String] = []
    var next = environ
    while let text = next.pointee {
      texts.append(String(cString: text))
      next = next.successor()
    }
    return texts
  }
}
