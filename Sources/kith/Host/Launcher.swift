import ArgumentParser
import CoachContent
import JournalStorage
import YarnCompiler

/// Turns a command line into a run, and its end into an exit code.
struct Launcher {
  /// Makes the surroundings of a run from the options that every command takes.
  var makeHost: (GlobalOptions) throws -> Host

  /// Writes to standard output.
  var write: (String) -> Void

  /// Writes to standard error.
  var complain: (String) -> Void

  /// How many columns the window has; `nil` where there is none.
  var columns: Int?

  /// Runs a command line.
  ///
  /// - Parameter arguments: The words after the program's name.
  /// - Returns: 0 when all went well, 1 when a problem was found, 2 when the command was typed
  ///   wrongly, and 128 and the signal's number when a signal ended it.
  func run(_ arguments: [String]) -> Int32 {
    do {
      let words = Self.globalOptionsLast(arguments)
      try Self.refuseUnknownCommand(words)
      let command = try Kith.parseAsRoot(words)
      guard let hosted = command as? any HostedCommand else {
        var command = command
        try command.run()
        return 0
      }
      try hosted.run(on: try makeHost(hosted.options))
      return 0
    } catch let failure as Failure {
      complain("\(failure)")
      return failure.exitCode
    } catch let error as VaultError {
      complain("\(Failure(error))")
      return 1
    } catch let faults as ContentFaults {
      complain("\(Failure(faults))")
      return 1
    } catch let interruption as Interruption {
      return finish(interruption)
    } catch let leaving as Leaving {
      return finish(leaving.interruption)
    } catch {
      return finish(error)
    }
  }

  /// Ends as the person or the system asked; whoever wanted nothing to be seen sees nothing.
  private func finish(_ interruption: Interruption) -> Int32 {
    switch interruption {
    case .pause, .hide:
      return 0
    case .idle:
      write("Nobody typed for a while, so kith has closed. All that it keeps is sealed.")
      write("'kith help-now' shows who can be reached; it needs no passphrase.")
      return 0
    case .signal(let number):
      return 128 + number
    }
  }

  /// Says what the parser says: help on standard output, mistakes on standard error.
  private func finish(_ error: any Error) -> Int32 {
    let message = Kith.fullMessage(for: error)
    let text = columns.map { FittedHelp(columns: $0).fitted(message) } ?? message
    if Kith.exitCode(for: error) == .success {
      write(text)
      return 0
    }
    if !text.isEmpty { complain(text) }
    return Kith.exitCode(for: error) == .validationFailure ? 2 : 1
  }

  private static func refuseUnknownCommand(_ words: [String]) throws {
    guard let first = words.first, !first.hasPrefix("-") else { return }
    let names =
      Kith.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(first) else { return }
    let nearest = NearestName.of(first, among: names).map { "did you mean 'kith \($0)'? " } ?? ""
    throw Failure(
      message: "there is no command '\(first)'",
      hint: nearest + "'kith --help' lists the commands", exitCode: 2)
  }

  /// Puts options that stand before the command's name behind it, where the parser looks for them.
  static func globalOptionsLast(_ arguments: [String]) -> [String] {
    let withValue = ["--home", "--content", "--now", "--seed", "--passphrase-fd", "--lock-after"]
    var leading: [String] = []
    var rest = arguments[...]
    while let word = rest.first, word.hasPrefix("--"), word != "--", word != "--help",
      word != "--version"
    {
      leading.append(rest.removeFirst())
      if withValue.contains(word), let value = rest.popFirst() { leading.append(value) }
    }
    guard let name = rest.first, !name.hasPrefix("-") else { return arguments }
    // `kith help now` is what somebody types who has read "help now" on the screen.
    if rest.prefix(2) == ["help", "now"] { return ["help-now"] + rest.dropFirst(2) + leading }
    return rest + leading
  }
}

/// A command that runs in given surroundings.
protocol HostedCommand: ParsableCommand {
  /// The options that every command takes.
  var options: GlobalOptions { get }

  /// Does what the command is for.
  func run(on host: Host) throws
}
