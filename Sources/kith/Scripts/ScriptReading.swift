import Glibc
import YarnAuthoring
import YarnCompiler

/// Reads scripts, projects and definitions from the disk, and gathers what could not be read.
struct ScriptReading {
  private var files = ScriptFiles()
  private var reader = TextReader()
  private var readPaths: Set<String> = []
  private var hasDefinitions = false

  /// The sources that were read.
  func finished() -> ScriptFiles {
    var files = files
    files.compiler = compiler
    return files
  }

  private var compiler: Compiler {
    let definitions = files.definitions
    var compiler = Compiler(
      functions: HarnessFunctions.signatures.merging(definitions.functions) { _, own in own },
      languageVersion: files.project?.version ?? 4)
    compiler.findsUnreachableCode = true
    compiler.severities = files.project?.severities ?? [:]
    guard hasDefinitions else { return compiler }
    compiler.commands = definitions.commands.isEmpty ? nil : definitions.commands
    compiler.knowsAllFunctions = definitions.untypedFunctions.isEmpty
    return compiler
  }

  /// Reads what a path leads to.
  ///
  /// - Throws: ``Failure`` when there is nothing, or a folder without scripts.
  mutating func read(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Failure(
        message: errno == ENOENT || errno == ENOTDIR
          ? "there is no file or folder '\(path)'"
          : "'\(path)' cannot be read: \(TextReader.reason(errno))",
        hint: "name a .yarn file, a .yarnproject, or a folder that holds them")
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      try readFolder(path)
    } else if path.hasSuffix(".yarnproject") {
      readProject(path)
    } else {
      files.projectFolder = Self.folder(of: path)
      readScript(path)
      readDefinitions(beside: files.projectFolder)
    }
  }

  private mutating func readFolder(_ path: String) throws {
    let folder = Self.trimmed(path)
    let projects = FolderWalk(folder, isDeep: false).paths.filter { $0.hasSuffix(".yarnproject") }
    if projects.count == 1 { return readProject(Self.joined(folder, projects[0])) }
    files.projectFolder = folder
    let walk = FolderWalk(folder)
    note(walk, of: folder)
    let scripts = walk.paths.filter { $0.hasSuffix(".yarn") }
    guard !scripts.isEmpty || walk.isCutShort else {
      throw Failure(
        message: "the folder '\(path)' has no .yarn file",
        hint: "name a .yarn file, a .yarnproject, or a folder that holds them")
    }
    for script in scripts { readScript(Self.joined(folder, script)) }
    for name in walk.paths where name.hasSuffix(".ysls.json") {
      readDefinitions(Self.joined(folder, name))
    }
    readDefinitions(above: folder)
  }

  /// Reads a script once, however many patterns or arguments lead to it.
  mutating func readScript(_ path: String) {
    guard isNew(path), let text = text(of: path) else { return }
    files.sources.append(Source(name: path, text: text))
  }

  /// Whether a file was not read yet, under whatever path.
  private mutating func isNew(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return readPaths.insert(path).inserted }
    defer { free(real) }
    return readPaths.insert(String(cString: real)).inserted
  }

  /// Reads a text; when that fails, the reason is noted.
  private mutating func text(of path: String) -> String? {
    do {
      return try reader.text(of: path)
    } catch {
      files.diagnostics.append(error.diagnostic(for: path))
      return nil
    }
  }

  private mutating func note(_ walk: FolderWalk, of folder: String) {
    for (path, refusal) in walk.refusals {
      files.diagnostics.append(refusal.diagnostic(for: path))
    }
    guard walk.isCutShort else { return }
    note(
      "KI0203", .error, folder,
      "there are more than \(FolderWalk.limit) files below this folder; name a smaller one")
  }

  private mutating func note(
    _ code: String, _ severity: Diagnostic.Severity, _ file: String, _ message: String
  ) {
    let start = Diagnostic.Location(line: 1, column: 1)
    files.diagnostics.append(
      Diagnostic(
        code: code, severity: severity, file: file, start: start, end: start, message: message,
        sourceLine: ""))
  }
}

extension ScriptReading {
  private mutating func readProject(_ path: String) {
    guard let json = text(of: path) else { return }
    let folder = Self.folder(of: path)
    do {
      let project = try YarnProject(json: json, file: path)
      files.project = project
      files.projectFolder = folder
      readScripts(of: project, in: folder, path)
      for pattern in project.definitions { readDefinitions(matching: pattern, in: folder, path) }
      if project.definitions.isEmpty { readDefinitions(beside: folder) }
    } catch {
      files.diagnostics.append(error.diagnostic)
    }
  }

  private mutating func readScripts(of project: YarnProject, in folder: String, _ path: String) {
    var found: Set<String> = []
    for pattern in project.sourcePatterns {
      let matches = matches(pattern, in: folder)
      if matches.isEmpty {
        note("KI0205", .warning, path, "no file matches ‘\(pattern.text)’; check the pattern")
      }
      found.formUnion(matches)
    }
    for pattern in project.excludePatterns where !found.isEmpty {
      found.subtract(matches(pattern, in: folder))
    }
    let scripts = found.filter { $0.hasSuffix(".yarn") }
    if found.contains(where: { $0.hasSuffix(".yarnproject") }) {
      note(
        "KI0206", .warning, path,
        "a pattern takes a project for a script, which is left out; narrow it to ‘*.yarn’")
    }
    for script in scripts.sorted() { readScript(script) }
    if scripts.isEmpty {
      note("KI0207", .error, path, "the project has no scripts; name them under ‘sourceFiles’")
    }
  }

  /// The files that a pattern means.
  private mutating func matches(_ pattern: GlobPattern, in folder: String) -> Set<String> {
    let ascent = Array(repeating: "..", count: pattern.ascents).joined(separator: "/")
    let base = pattern.ascents == 0 ? folder : Self.joined(folder, ascent)
    let start = Self.joined(base, pattern.folder)
    var status = stat()
    guard stat(start, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [] }
    let walk = FolderWalk(start, isDeep: pattern.isDeep)
    note(walk, of: start)
    let inside = walk.paths.map { Self.joined(pattern.folder, $0) }
    return Set(inside.filter(pattern.matches).map { Self.joined(base, $0) })
  }

  private mutating func readDefinitions(
    matching text: String, in folder: String, _ project: String
  ) {
    let found = GlobPattern(text).map { matches($0, in: folder) } ?? []
    if found.isEmpty {
      note(
        "KI0205", .warning, project, "there is no file of definitions ‘\(text)’; check the path")
    }
    for path in found.sorted() { readDefinitions(path) }
  }

  private mutating func readDefinitions(_ path: String) {
    guard isNew(path), let json = text(of: path) else { return }
    do {
      files.definitions.merge(try ScriptDefinitions(json: json, file: path))
      hasDefinitions = true
    } catch {
      files.diagnostics.append(error.diagnostic)
    }
  }

  private mutating func readDefinitions(beside folder: String) {
    for name in FolderWalk(folder, isDeep: false).paths where name.hasSuffix(".ysls.json") {
      readDefinitions(Self.joined(folder, name))
    }
    readDefinitions(above: folder)
  }

  /// Definitions often lie beside the folder of the scripts: those of its parent count where that
  /// holds a folder called `scripts`.
  private mutating func readDefinitions(above folder: String) {
    let parent =
      folder.contains("/") && !folder.hasSuffix("..")
      ? Self.folder(of: folder) : Self.joined(folder == "." ? "" : folder, "..")
    guard access("\(parent)/scripts", F_OK) == 0 else { return }
    for name in FolderWalk(parent, isDeep: false).paths where name.hasSuffix(".ysls.json") {
      readDefinitions(Self.joined(parent, name))
    }
  }
}

extension ScriptReading {
  /// The folder that a file lies in.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    if name.isEmpty { return folder.isEmpty ? "." : folder }
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private static func trimmed(_ folder: String) -> String {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }
}
