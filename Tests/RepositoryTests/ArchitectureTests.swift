import Testing

@Suite struct `The architecture` {
  static let allowedImports: [String: Set<String>] = [
    "YarnRuntime": [],
    "YarnCompiler": ["YarnRuntime"],
    "YarnAuthoring": ["YarnCompiler", "YarnRuntime"],
    "Questionnaires": [],
    "Coach": ["YarnRuntime", "Questionnaires"],
    "CoachContent": ["Coach", "YarnCompiler", "YarnRuntime", "Questionnaires", "Yams"],
    "Age": ["Crypto", "CryptoExtras"],
    "JournalStorage": ["Coach", "Questionnaires", "Age", "CPlatform"],
    "Exports": ["Coach", "Questionnaires"],
    "Imports": ["Coach", "Questionnaires"],
    "Console": ["CReadline"],
    "kith": [
      "YarnRuntime", "YarnCompiler", "YarnAuthoring", "Questionnaires", "Coach", "CoachContent",
      "Age", "JournalStorage", "Exports", "Imports", "Console", "CPlatform", "ArgumentParser",
    ],
  ]

  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
  ]

  @Test(arguments: allowedImports.keys.sorted())
  func `lets a module import only what the table allows`(module: String) throws {
    let allowed = try #require(Self.allowedImports[module]).union(Self.system)
    for file in try Repository.swiftFiles(in: "Sources/\(module)") {
      let imported = file.text
        .matches(
          of:
            /(?m)^(?:@\w+ )?(?:(?:public|package|private|internal) )?import (?:struct |enum |class |func )?(\w+)/
        )
        .map { String($0.output.1) }
      #expect(Set(imported).isSubset(of: allowed), "\(file.name)")
    }
  }

  @Test func `has a row in the table for every module`() throws {
    let folders = try Repository.paths(in: "Sources").filter { $0.split(separator: "/").count == 2 }
      .map { String($0.dropFirst("Sources/".count)) }
    #expect(Set(folders) == Set(Self.allowedImports.keys).union(["CReadline", "CPlatform"]))
  }

  @Test func `prints only through the screen of the program`() throws {
    for file in try Repository.swiftFiles(in: "Sources") {
      let printed = file.lines.contains { $0.contains(/(^|[^\w.])(debugPrint|print|NSLog|dump)\(/) }
      #expect(!printed, "\(file.name)")
    }
  }

  @Test func `keeps the clock and chance out of the libraries`() throws {
    for file in try Repository.swiftFiles(in: "Sources") where !file.name.hasPrefix("Sources/kith/")
    {
      let ambient = file.lines.contains {
        $0.contains(
          /(^|[^\w.])(Date\(\)|UUID\(\)|\.currentDirectoryPath|homeDirectoryForCurrentUser)/)
      }
      #expect(!ambient, "\(file.name)")
    }
  }
}
