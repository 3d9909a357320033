import YarnCompiler

/// What a `.yarnproject` file says: which scripts belong together, and how they are compiled.
public struct YarnProject: Equatable, Sendable {
  /// Where the texts of a language lie.
  public struct Localisation: Equatable, Sendable {
    /// The strings table, relative to the project's folder.
    public var strings: String?

    /// The folder of recordings and pictures; kith makes no use of it.
    public var assets: String?
  }

  /// The version of the file, which is the version of the language too: 2, 3 or 4.
  public var version: Int

  /// Which files are scripts of the project.
  public var sourcePatterns: [GlobPattern]

  /// Which of those are left out.
  public var excludePatterns: [GlobPattern]

  /// The language that the scripts are written in.
  public var baseLanguage: String

  /// Where the texts of other languages lie, by language.
  public var localisation: [String: Localisation]

  /// The `.ysls.json` files, relative to the project's folder.
  public var definitions: [String]

  /// Whether the project wants features of the language that are not final.
  public var allowsPreviewFeatures: Bool

  /// How much a remark matters in this project, by code; `nil` silences it.
  public var severities: [String: Diagnostic.Severity?]

  /// Reads a project.
  ///
  /// Keys that are not known are passed over.
  ///
  /// - Parameters:
  ///   - json: The text of the file.
  ///   - file: What faults call the file.
  /// - Throws: ``FileFault`` with the place of the first thing that cannot be read.
  public init(json: String, file: String) throws(FileFault) {
    var reader = JSONReader(json, file: file)
    let root = try reader.document()
    let fields = JSONFields(root, places: reader.places)
    try fields.requireObject("the project")
    version = try fields.requiredInteger("projectFileVersion")
    guard (2...4).contains(version) else {
      throw fields.fault(.unknownVersion(version), at: root["projectFileVersion"])
    }
    sourcePatterns =
      try fields.patterns("sourceFiles")
      ?? [GlobPattern("**/*.yarn")]
      .compactMap { $0 }
    excludePatterns = try fields.patterns("excludeFiles") ?? []
    baseLanguage = try fields.string("baseLanguage") ?? "en"
    localisation = try fields.localisation()
    definitions = try fields.strings("definitions") ?? []
    let options = try fields.object("compilerOptions")
    allowsPreviewFeatures =
      try options?.bool("allowPreviewFeatures", "allowLanguagePreviewFeatures", "previewFeatures")
      ?? false
    severities = try options?.severities() ?? [:]
  }
}

extension JSONFields {
  fileprivate func patterns(_ key: String) throws(FileFault) -> [GlobPattern]? {
    guard let texts = try located(key) else { return nil }
    var patterns: [GlobPattern] = []
    for (text, value) in texts {
      guard let pattern = GlobPattern(text) else { throw fault(.badPattern(text), at: value) }
      patterns.append(pattern)
    }
    return patterns
  }

  fileprivate func localisation() throws(FileFault) -> [String: YarnProject.Localisation] {
    var found: [String: YarnProject.Localisation] = [:]
    guard let languages = try object("localisation", "localization") else { return [:] }
    for member in languages.value.members ?? [] {
      let fields = JSONFields(member.value, places: places)
      try fields.requireObject(member.key)
      found[member.key] = YarnProject.Localisation(
        strings: try fields.string("strings"), assets: try fields.string("assets"))
    }
    return found
  }

  fileprivate func severities() throws(FileFault) -> [String: Diagnostic.Severity?] {
    var found: [String: Diagnostic.Severity?] = [:]
    for member in try object("diagnosticsSeverity")?.value.members ?? [] {
      let word = member.value.string ?? ""
      guard let severity = Self.severities[word.lowercased()] else {
        throw fault(
          .unknownWord(word, key: member.key, known: ["none", "info", "warning", "error"]),
          at: member.value)
      }
      found[member.key] = .some(severity)
    }
    return found
  }

  private static var severities: [String: Diagnostic.Severity?] {
    ["none": nil, "info": .info, "warning": .warning, "error": .error]
  }
}
