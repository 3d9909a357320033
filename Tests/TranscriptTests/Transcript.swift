import Coach
import Console
import Foundation
import Testing

@testable import kith

/// A conversation as a file: commands after `$`, screens as they appear, typed lines after `>`.
///
/// The clock, the seed, the width and the folder are fixed. With `KITH_RECORD=1` the screens are
/// written anew and the test fails, so that nobody commits them unread.
struct Transcript {
  /// One command of a conversation.
  struct Scene {
    var command: String
    var screen: [Substring]

    /// What is typed in the scene, in order.
    var typed: [String] {
      screen.compactMap { line in
        line.wholeMatch(of: /(?:\ \ )?(?:[^>]*?)> ?(.*)/).map { String($0.output.1) }
      }
    }
  }

  let path: String
  private(set) var scenes: [Scene] = []

  init(_ name: String) throws {
    path =
      URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Transcripts/\(name).txt").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ kith") {
        scenes.append(Scene(command: String(line.dropFirst("$ kith".count)), screen: []))
      } else if !scenes.isEmpty {
        scenes[scenes.count - 1].screen.append(line)
      }
    }
  }

  /// Plays every scene in one home, and compares each screen with the file.
  ///
  /// - Parameters:
  ///   - columns: The width of the window.
  ///   - furnish: Puts something into the home, which is empty otherwise.
  /// - Throws: What keeps the home from being made or the file from being read.
  func check(columns: Int = 80, furnish: (Stage) throws -> Void = { _ in }) throws {
    let stage = try Stage(columns: columns)
    defer { stage.strike() }
    try furnish(stage)
    let played = scenes.map { scene in
      stage.play(scene.command.split(separator: " ").map(String.init), typing: scene.typed)
    }
    let text = zip(scenes, played).map { "$ kith\($0.command)\n\($1)" }.joined()
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    if ProcessInfo.processInfo.environment["KITH_RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("the screens of \(path) were recorded; read them, then run the tests again")
    } else if text != expected {
      Issue.record("\(path): \(Self.firstDifference(text, expected))")
    }
  }

  private static func firstDifference(_ played: String, _ expected: String) -> String {
    let left = played.split(separator: "\n", omittingEmptySubsequences: false)
    let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
      return "line \(index + 1) is\n  \(pair.0)\nand was expected to be\n  \(pair.1)"
    }
    return "\(left.count) lines instead of \(right.count)"
  }
}

/// An empty home and a terminal of a fixed size, in which commands are run.
struct Stage {
  let home: String
  let columns: Int
  /// Variables beside the one that names the home.
  var environment: [String: String] = [:]

  init(columns: Int = 80) throws {
    self.columns = columns
    home = NSTemporaryDirectory() + "kith-transcript-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  /// Removes the home.
  func strike() {
    do {
      try FileManager.default.removeItem(atPath: home)
    } catch {
      Issue.record("the stage could not be struck: \(error)")
    }
  }

  /// Runs a command and returns everything that was on its screen, messages last.
  func play(_ arguments: [String], typing typed: [String]) -> String {
    let (shown, complaints, exitCode) = run(arguments, typing: typed)
    return shown + complaints + (exitCode == 0 ? "" : "[exit \(exitCode)]\n")
  }

  /// Runs a command and returns what it wrote to each stream.
  func run(
    _ arguments: [String], typing typed: [String] = []
  ) -> (shown: String, complaints: String, exitCode: Int32) {
    let output = Output()
    let errors = Output()
    let launcher = Launcher(
      makeHost: { host($0, typed, output, errors) }, write: { output.writeLine($0) },
      complain: { errors.writeLine($0) })
    let exitCode = launcher.run(arguments)
    // A recovery code is new in every vault.
    let code = /(?m)^ *(?:AGE-SECRET-KEY-1|[A-Z0-9]{2,4})(?: [A-Z0-9]{2,4})+$/
    let shown = output.text.replacing(code) { _ in "········" }
    return (shown, errors.text, exitCode)
  }

  /// The surroundings of a command.
  func host(
    _ options: GlobalOptions, _ typed: [String], _ output: Output, _ errors: Output
  ) -> kith.Host {
    let terminal = Terminal(
      rows: 24, columns: columns, isInteractive: false, allowsColour: false,
      isPlain: options.plain)
    var counter = 0
    let screen = Screen(
      output: output,
      keyboard: .scripted(typed.map { .line($0) }, echoingTo: output),
      secret: { prompt in
        output.writeLine(prompt + "········")
        return Array("the same six words every time".utf8)
      }, terminal: { terminal })
    let now = options.now.flatMap(LocalTime.init) ?? LocalTime(epochSeconds: 1_795_441_800)
    return kith.Host(
      screen: screen, errors: errors, environment: environment.merging(["KITH_HOME": home]) { $1 },
      executable: "\(Self.repository)/none",
      clock: Clock(now: now, zone: "UTC"),
      chance: Chance(
        seed: { 7 },
        identifier: {
          counter += 1
          return "0000000\(counter)-0000-4000-8000-\(String(now.epochSeconds, radix: 16))0000"
        }),
      options: options.content == nil
        ? options.with(content: "\(Self.repository)/Content") : options,
      workFactor: 2, suggestion: "six words that are always the same")
  }

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}

extension GlobalOptions {
  fileprivate func with(content: String) -> GlobalOptions {
    var options = self
    options.content = content
    return options
  }
}
