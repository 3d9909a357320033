import Coach
import CoachContent
import Foundation
import Testing

@Suite struct `The author guide` {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let content = root.appending(path: "Content")

  let guide: String
  let declarations: Declarations

  init() throws {
    guide = try String(contentsOf: Self.content.appending(path: "README.md"), encoding: .utf8)
    declarations = try JSONDecoder().decode(
      Declarations.self,
      from: Data(contentsOf: Self.content.appending(path: "kith.ysls.json")))
  }

  @Test func `lists the commands that there are, and no others`() {
    let listed = guide.matches(of: /(?m)^\| `<<(\w+)[^`]*>>` \|/).map { String($0.output.1) }
    #expect(listed.sorted() == CoachCommand.allCases.map(\.rawValue).sorted())
  }

  @Test func `lists the functions that there are with their parameters, and no others`() {
    let rows = guide.matches(of: /(?m)^\| `(\w+)\(([^)`]*)\)` \|/)
    let listed = rows.map { row in
      "\(row.output.1)/\(row.output.2.split(separator: ",").count)"
    }
    let known = CoachFunctions.signatures.map { "\($0.key)/\($0.value.parameters.count)" }
    #expect(listed.sorted() == known.sorted())
  }

  @Test func `explains every code that the checks of the content give`() throws {
    let checks = Self.root.appending(path: "Sources/CoachContent").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: checks)
      .filter { $0.hasSuffix(".swift") }
    let codes = try files.flatMap { file in
      try String(contentsOfFile: "\(checks)/\(file)", encoding: .utf8)
        .matches(of: /KI\d{4}/).map { String($0.output) }
    }
    let explained = guide.matches(of: /(?m)^\| (KI\d{4}) \|/).map { String($0.output.1) }
    #expect(!codes.isEmpty)
    #expect(Set(codes).subtracting(explained) == [])
  }

  @Test func `shows a script and a questionnaire that have no fault`() throws {
    let script = try #require(block("yarn"))
    let form = try #require(block("yaml"))
    let copy = FileManager.default.temporaryDirectory.appending(path: "kith-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.content, to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    try Data(script.utf8).write(to: copy.appending(path: "readings/quiet.yarn"))
    try Data(form.utf8).write(to: copy.appending(path: "questionnaires/quiet.yaml"))

    let folder = ContentFolder(path: copy.path)

    #expect(ContentLoader(folder).report().faults.map(\.description) == [])
    #expect(try ContentLoader(folder).library().readings.contains { $0.typedTopic == "quiet" })
  }

  @Test func `has every command in the declarations for editors, and no others`() {
    let declared = declarations.commands.map(\.yarnName)
    #expect(declared.sorted() == CoachCommand.allCases.map(\.rawValue).sorted())
  }

  @Test func `has every function in the declarations with its types, and no others`() {
    let declared = declarations.functions.map(\.spelled)
    let known = CoachFunctions.signatures.map { name, signature in
      let parameters = signature.parameters.map { "\($0)".lowercased() }.joined(separator: ", ")
      return "\(name)(\(parameters)): " + "\(signature.returns)".lowercased()
    }
    #expect(declared.sorted() == known.sorted())
  }

  /// The first block of the guide in a language.
  private func block(_ language: String) -> String? {
    guard let start = guide.firstRange(of: "```\(language)\n"),
      let end = guide[start.upperBound...].firstRange(of: "```\n")
    else { return nil }
    return String(guide[start.upperBound..<end.lowerBound])
  }
}

/// The declarations for editors, in the form that the Yarn Spinner extension reads.
struct Declarations: Decodable {
  struct Parameter: Decodable {
    var type: String
  }

  struct Command: Decodable {
    var yarnName: String
  }

  struct Function: Decodable {
    struct Result: Decodable {
      var type: String
    }

    var yarnName: String
    var parameters: [Parameter]
    var `return`: Result

    /// The function as one line, such as `score(string): number`.
    var spelled: String {
      "\(yarnName)(\(parameters.map(\.type).joined(separator: ", "))): \(self.return.type)"
    }
  }

  var commands: [Command]
  var functions: [Function]
}
