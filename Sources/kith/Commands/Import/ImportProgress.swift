import Console
import Glibc
import Imports

/// Tells how far an import has come, where somebody watches.
///
/// On a terminal one line changes in place. With a screen reader, and where messages go to a file,
/// nothing is said.
final class ImportProgress {
  /// How many entries there have to be before it is worth telling.
  private static let threshold = 2000

  private let output: Output
  private let isWatched: Bool
  private var hasLine = false
  private var shownPercent = -1

  /// Makes a teller for a run.
  init(_ host: Host) {
    output = host.errors
    let terminal = host.screen.terminal
    isWatched = terminal.isInteractive && !terminal.isPlain && isatty(STDERR_FILENO) == 1
  }

  /// Puts a few words in the place of the line.
  func say(_ words: String) {
    guard isWatched else { return }
    output.write("\r  \(words) …\u{1B}[K")
    hasLine = true
    shownPercent = -1
  }

  /// Tells how many entries are read.
  func count(_ done: Int, of all: Int) {
    guard isWatched, all >= Self.threshold else { return }
    let percent = done * 100 / all
    guard percent != shownPercent else { return }
    say("\(done.grouped) of \(all.grouped) entries are read")
    shownPercent = percent
  }

  /// Takes the line away.
  func end() {
    guard hasLine else { return }
    output.write("\r\u{1B}[K")
    hasLine = false
  }
}
