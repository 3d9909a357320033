import Foundation
import TestSupport
import Testing

@testable import kith

/// Every command of the program, as its own help lists them, with its calls to the network counted.
@Suite(.serialized) struct `The network` {
  /// A command as the program's help describes it.
  struct Command: Decodable, Sendable {
    struct Argument: Decodable, Sendable {
      var kind: String
      var isOptional: Bool
    }

    struct Tool: Decodable {
      var command: Command
    }

    var commandName: String
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// The commands that do something, with the words that call them.
    func leaves(_ before: [String] = []) -> [(words: [String], needsMore: Bool)] {
      let inner = (subcommands ?? []).filter { $0.commandName != "help" }
      guard inner.isEmpty else {
        return inner.flatMap { $0.leaves(before + [$0.commandName]) }
      }
      let needed = (arguments ?? []).contains { $0.kind == "positional" && !$0.isOptional }
      return [(before, needed)]
    }
  }

  /// What a command needs besides its name.
  private static let arguments: [String: [String]] = [
    "journal show": ["last"], "journal search": ["bus"], "journal edit": ["last"],
    "journal tag add": ["last", "rest"], "journal tag remove": ["last", "rest"],
    "journal delete": ["last", "--yes"], "journal backup": ["backups"],
    "journal erase": ["--all"], "import": ["NOTE"], "questionnaire fill": ["gad-2"],
    "questionnaire check": ["FORM"], "questionnaire evaluate": ["FORM", "--response", "ANSWERS"],
    "questionnaire score": ["FORM", "--response", "ANSWERS"], "questionnaire export": ["gad-2"],
    "questionnaire add": ["FORM"], "script play": ["SCRIPT"], "script check": ["SCRIPT"],
    "script test": ["SCRIPT"], "script trace": ["SCRIPT"], "script graph": ["SCRIPT"],
    "script explore": ["SCRIPT"], "script strings tag": ["SCRIPT"],
    "script strings extract": ["SCRIPT", "--language", "de"],
    "script strings merge": ["SCRIPT", "TABLE"],
    "script strings status": ["SCRIPT"],
  ]

  private let kith = Products.path(of: "kith")

  private func commands() throws -> [(words: [String], needsMore: Bool)] {
    let help = try ChildProcess.run(kith, ["--experimental-dump-help"])
    let tool = try JSONDecoder().decode(Command.Tool.self, from: Data(help.output.utf8))
    return tool.command.leaves()
  }

  /// A home with one entry, and files to work on.
  private func prepare() throws -> TerminalHome {
    let home = try TerminalHome()
    let note = try ChildProcess.run(
      kith, ["note", "--home", home.path], input: Array("on the bus".utf8))
    try #require(note.status == 0)
    for (name, text) in Self.files {
      try text.write(toFile: "\(home.path)/user/\(name)", atomically: true, encoding: .utf8)
    }
    return home
  }

  private static let files = [
    "SCRIPT.yarn": "title: Start\n---\nHello. #line:a\n-> One #line:b\n-> Two #line:c\n===\n",
    "TABLE.csv": "language,id,text,file,node,lineNumber,lock,comment\nde,line:a,Hallo,,,,,\n",
    "FORM.yaml": "resourceType: Questionnaire\nstatus: draft\nname: x\ntitle: X\n"
      + "item:\n  - linkId: a\n    type: string\n    text: A?\n",
    "NOTE.md": "On the bus.\n",
    "ANSWERS.json":
      "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"item\":[]}",
  ]

  private func arguments(for words: [String], in home: TerminalHome) -> [String] {
    let more = (Self.arguments[words.joined(separator: " ")] ?? []).map { word in
      Self.files.keys.first { $0.hasPrefix(word + ".") }.map { "\(home.path)/user/\($0)" } ?? word
    }
    let isScript = words.first == "script" || words.first == "content"
    return words + more + (isScript ? [] : ["--home", home.path, "--passphrase-fd", "0"])
  }

  private func run(_ words: [String], behind guardian: String) throws -> Int32 {
    let home = try prepare()
    return try ChildProcess.run(
      kith, arguments(for: words, in: home),
      input: Array("\(TerminalHome.passphrase)\n\n\n1\n".utf8),
      throughShell: "HOME='\(home.path)/user'; export HOME; cd '\(home.path)/tmp'; "
        + "exec \(guardian) \"$0\" \"$@\" >/dev/null 2>&1"
    ).status
  }

  @Test func `is known to be left alone by all commands there are`() throws {
    let commands = try commands()
    #expect(commands.count > 30)
    for (words, needsMore) in commands where needsMore {
      let name = words.joined(separator: " ")
      #expect(Self.arguments[name] != nil, "say what 'kith \(name)' is to be called with")
    }
  }

  @Test(.enabled(if: Tools.canTrace, "strace is missing, or may not trace here"))
  func `is asked for nothing by any command`() throws {
    let folder = try TemporaryFolder()
    for (words, _) in try commands() {
      let trace = "\(folder.path)/trace"
      let status = try run(words, behind: "strace -f -e trace=network -o '\(trace)'")
      let calls = try folder.text(of: "trace").split(separator: "\n").filter {
        !$0.contains("+++") && !$0.contains("---")
      }
      #expect(calls == [], "kith \(words.joined(separator: " "))")
      #expect(status == 0 || status == 1, "kith \(words.joined(separator: " ")): \(status)")
    }
  }

  @Test(.enabled(if: Tools.canTrace, "strace is missing, or may not trace here"))
  func `would be seen if it were asked`() throws {
    let folder = try TemporaryFolder()
    _ = try ChildProcess.run(
      "/bin/bash", [],
      throughShell: "strace -f -e trace=network -o '\(folder.path)/trace' "
        + "\"$0\" -c 'exec 3<>/dev/udp/127.0.0.1/9' 2>/dev/null")
    #expect(try folder.text(of: "trace").contains("socket("))
  }

  @Test(.enabled(if: Tools.canCutOff, "a network of its own may not be made here"))
  func `is missed by no command`() throws {
    for (words, _) in try commands() {
      #expect(
        try run(words, behind: "unshare -n") == run(words, behind: ""),
        "kith \(words.joined(separator: " "))")
    }
  }
}
