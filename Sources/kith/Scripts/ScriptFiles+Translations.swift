import Glibc
import YarnAuthoring
import YarnRuntime

extension ScriptFiles {
  /// The language that the scripts are written in.
  var baseLanguage: String { project?.baseLanguage ?? "en" }

  /// Compiles the scripts into a program that speaks a language.
  ///
  /// Lines that have no translation, or one that cannot be used, keep their own text. Where a
  /// language such as `de-AT` has no table, that of `de` serves.
  ///
  /// - Parameter locale: The language; `nil` for that of the scripts.
  /// - Returns: The program.
  /// - Throws: ``Failure`` when the scripts have errors, or no table has the language.
  func program(locale: String?) throws -> Program {
    let program = try program()
    guard let locale else { return program }
    guard locale != baseLanguage else {
      return program.translated(texts: [:], locale: locale).program
    }
    let tables = try translations(in: [], language: nil)
    let general = String(locale.prefix { $0 != "-" && $0 != "_" })
    guard let language = [locale, general].first(where: tables.languages.contains) else {
      if general == baseLanguage { return program.translated(texts: [:], locale: locale).program }
      let known = ([baseLanguage] + tables.languages).joined(separator: ", ")
      throw Failure(
        message: "the scripts are not translated into '\(locale)'; there are: \(known)",
        hint: "name the table of that language under 'localisation' in the project")
    }
    return program.translated(texts: tables.texts(in: language), locale: locale).program
  }

  /// Compiles the scripts, every line of which must have an id that edits do not change.
  ///
  /// - Throws: ``Failure`` when the scripts have errors, or lines without an id.
  func taggedProgram(at path: String) throws -> Program {
    let program = try program()
    let untagged = program.lines.values.filter { $0.isImplicit && $0.shadowOf == nil }
    guard let first = untagged.min(by: { ($0.file, $0.line) < ($1.file, $1.line) }) else {
      return program
    }
    throw Failure(
      message: "\(counted(untagged.count, "line")) without an id, the first at "
        + "\(first.file):\(first.line); a translation would lose its line with the next edit",
      hint: "add ids with 'kith script strings tag \(path)'")
  }

  /// The texts of the scripts as they are written, with the files named from the project's folder.
  func baseTable(of program: Program) -> StringTable {
    var table = StringTable(of: program, language: baseLanguage)
    let prefix = projectFolder + "/"
    for index in table.rows.indices where table.rows[index].file.hasPrefix(prefix) {
      table.rows[index].file.removeFirst(prefix.count)
    }
    return table
  }

  /// Reads tables of translations as one table.
  ///
  /// - Parameters:
  ///   - paths: The tables; when there are none, those that the project names.
  ///   - language: The language of tables that do not name theirs.
  /// - Returns: The rows of all tables.
  /// - Throws: ``Failure`` when a table cannot be read, or there is none.
  func translations(in paths: [String], language: String?) throws -> StringTable {
    var rows: [StringTable.Row] = []
    for path in paths { rows += try table(at: path, language: language).rows }
    guard paths.isEmpty else { return StringTable(rows) }
    let named = (project?.localisation ?? [:]).sorted { $0.key < $1.key }
    for (language, place) in named {
      guard let strings = place.strings, language != baseLanguage else { continue }
      let path =
        strings.hasPrefix("/") || projectFolder == "." ? strings : "\(projectFolder)/\(strings)"
      rows += try table(at: path, language: language).rows.filter { $0.language == language }
    }
    guard !rows.isEmpty || !named.isEmpty else {
      throw Failure(
        message: "there is no table of translations",
        hint: "name tables, or a project that has them under 'localisation'")
    }
    return StringTable(rows)
  }

  /// Reads a table of translations.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - language: The language of rows that name none; `nil` takes it from the project.
  /// - Returns: The table.
  /// - Throws: ``Failure`` when it cannot be read.
  func table(at path: String, language: String?) throws -> StringTable {
    var reader = TextReader()
    let known = project?.localisation.first { $0.value.strings.map(path.hasSuffix) ?? false }?.key
    do {
      let text = try reader.text(of: path)
      let table = try StringTable(csv: text, file: path, language: language ?? known ?? "")
      guard !table.languages.contains("") else {
        throw Failure(
          message: "'\(path)' does not say which language it is in", hint: "name it with --language"
        )
      }
      return table
    } catch let refusal as FileRefusal {
      throw Failure(message: DiagnosticExcerpt(refusal.diagnostic(for: path)).text)
    } catch let fault as FileFault {
      throw Failure(
        message: "the table cannot be read\n" + DiagnosticExcerpt(fault.diagnostic).text)
    }
  }
}
