import Testing

@Suite struct `The style` {
  static let bannedEndings = [
    "Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Handler", "Service",
    "Processor", "Base", "Impl", "Data", "Info",
  ]

  static func files() throws -> [Repository.File] {
    try Repository.swiftFiles(in: "Sources") + Repository.swiftFiles(in: "Tests")
  }

  @Test func `has no file of more than 400 lines`() throws {
    for file in try Self.files() { #expect(file.lines.count <= 401, "\(file.name)") }
  }

  @Test func `has no function of more than 50 lines`() throws {
    for file in try Self.files() {
      for function in FunctionLength.all(in: file) {
        #expect(function.lines <= 50, "\(file.name): \(function.name)")
      }
    }
  }

  @Test func `has no command whose run is longer than 30 lines`() throws {
    for file in try Repository.swiftFiles(in: "Sources/kith/Commands") {
      for function in FunctionLength.all(in: file) where function.name.hasPrefix("run(") {
        #expect(function.lines <= 30, "\(file.name): \(function.name)")
      }
    }
  }

  @Test func `has no vague names`() throws {
    for file in try Self.files() {
      for match in file.text.matches(
        of: /(?m)^\s*(?:\w+ )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/)
      {
        let name = String(match.output.1)
        #expect(!Self.bannedEndings.contains { name.hasSuffix($0) }, "\(file.name): \(name)")
      }
    }
  }

  @Test func `says above every optional try why absence is the meaning`() throws {
    for file in try Repository.swiftFiles(in: "Sources") {
      let lines = file.lines
      for (index, line) in lines.enumerated() where line.contains(/\btry\?/) {
        let above = lines[..<index].suffix(3)
        #expect(above.contains { $0.contains("//") }, "\(file.name):\(index + 1)")
      }
    }
  }

  @Test func `uses no force`() throws {
    for file in try Repository.swiftFiles(in: "Sources") {
      let forced = file.lines.contains { $0.contains(/\btry!|\bas!|@unchecked/) }
      #expect(!forced, "\(file.name)")
    }
  }
}

/// The lengths of the functions of a file, found by the indentation of laid-out code.
struct FunctionLength {
  var name: String
  var lines: Int

  static func all(in file: Repository.File) -> [FunctionLength] {
    var found: [FunctionLength] = []
    let lines = file.lines
    for (index, line) in lines.enumerated() {
      guard
        let start = line.firstMatch(
          of: /^(\s*)(?:[@\w]+(?:\([^)]*\))? )*(?:func (`[^`]*`|\S+?)[(<]|init[?(<])/)
      else { continue }
      let indent = String(start.output.1)
      let rest = lines[(index + 1)...]
      guard let end = rest.firstIndex(where: { $0 == indent + "}" }) else { continue }
      let name = start.output.2.map(String.init) ?? "init"
      found.append(FunctionLength(name: name + "(", lines: end - index + 1))
    }
    return found
  }
}
