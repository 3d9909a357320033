import Coach
import Questionnaires
import YarnCompiler
import YarnRuntime

/// Loads a content folder and checks that its parts fit each other.
public struct ContentLoader: Sendable {
  private let folder: ContentFolder

  /// Makes a loader; nothing is read yet.
  ///
  /// - Parameter folder: The folder with `scripts`, `readings`, `questionnaires`, `measures` and
  ///   the tables.
  public init(_ folder: ContentFolder) {
    self.folder = folder
  }

  /// Loads everything.
  ///
  /// Only what would break a sitting is checked; ``report()`` checks the wording as well.
  ///
  /// - Throws: ``ContentFaults`` with every error that was found.
  public func library() throws -> ContentLibrary {
    var load = ContentLoad(folder: folder)
    let library = load.library()
    let errors = load.faults.filter { $0.severity == .error }
    guard let library, errors.isEmpty else { throw ContentFaults(faults: errors.ordered) }
    return library
  }

  /// Loads everything and reports every fault, errors and warnings, wording included.
  public func report() -> ContentReport {
    var load = ContentLoad(folder: folder)
    let library = load.library()
    if let library { load.checkWording(of: library) }
    return ContentReport(
      faults: load.faults.ordered, nodeCount: library?.program.nodes.count ?? 0,
      lineCount: library?.program.lines.count ?? 0,
      formCount: library?.questionnaires.count ?? 0)
  }
}

/// One run of loading: what was read so far, and what was wrong with it.
private struct ContentLoad {
  let folder: ContentFolder
  var faults: [ContentFault] = []
  var digest = ContentDigest()

  /// Loads all parts; `nil` when one of them could not be loaded.
  mutating func library() -> ContentLibrary? {
    guard folder.exists else {
      faults.append(ContentFault("KI0101", file: folder.path, "there is no such folder"))
      return nil
    }
    let helplines = attempt { [folder] in try HelplineTables(folder).directory() }
    let plans = attempt { [folder] in try PlanTable(folder).plans() }
    let questionnaires = questionnaires()
    let measures = measures(questionnaires)
    // Where a form could not be read, every script that asks it would be blamed for it.
    let areFormsWhole = !faults.contains { $0.severity == .error }
    let program = program()
    guard let helplines, let plans, let program else { return nil }
    if areFormsWhole {
      faults +=
        ScriptCheck(
          program: program, questionnaires: questionnaires, measures: measures
        ).faults
    }
    return ContentLibrary(
      identity: digest.text, program: program, questionnaires: questionnaires,
      measures: measures, plans: plans, helplines: helplines)
  }

  mutating func checkWording(of library: ContentLibrary) {
    guard let rules = attempt({ [folder] in try folder.file("tone.tsv") }) else { return }
    let check = WordingCheck(TabTable(rules.text))
    faults += check.faults(in: library.program)
    // The words of a measure are those of whoever published it.
    for (id, form) in library.questionnaires where library.measures[id] == nil {
      faults += check.faults(in: form, file: "questionnaires/\(id).yaml")
    }
  }

  private mutating func questionnaires() -> [String: Questionnaire] {
    var forms: [String: Questionnaire] = [:]
    for file in files("questionnaires", ".yaml") + files("measures", ".yaml")
    where !file.name.hasSuffix(".measure.yaml") {
      guard let form = attempt({ try Questionnaire(loading: file.text, file: file.name) }) else {
        continue
      }
      forms[form.id ?? file.name] = form
      faults += FormCheck(form, file: file.name).faults
    }
    return forms
  }

  private mutating func measures(_ forms: [String: Questionnaire]) -> [String: Measure] {
    var measures: [String: Measure] = [:]
    for file in files("measures", ".measure.yaml") {
      guard let measure = attempt({ try Measure(loading: file.text, file: file.name) }) else {
        continue
      }
      measures[measure.id] = measure
      faults += FormCheck.faults(of: measure, forms: forms, file: file.name)
    }
    return measures
  }

  private mutating func program() -> Program? {
    let sources = (files("scripts", ".yarn") + files("readings", ".yarn")).map {
      Source(name: $0.name, text: $0.text)
    }
    let compilation = Compiler(functions: CoachFunctions.signatures).compile(sources)
    faults += compilation.diagnostics.compactMap(ContentFault.init)
    return compilation.program
  }

  private mutating func files(_ subfolder: String, _ ending: String) -> [ContentFolder.File] {
    let files = attempt { [folder] in try folder.files(in: subfolder, ending: ending) } ?? []
    for file in files { digest.add(file.name, file.text) }
    return files
  }

  private mutating func attempt<Value>(_ load: () throws -> Value) -> Value? {
    do {
      return try load()
    } catch let found as ContentFaults {
      faults += found.faults
    } catch let fault as YAMLFault {
      faults.append(ContentFault(fault))
    } catch {
      faults.append(ContentFault("KI0101", file: folder.path, "\(error)"))
    }
    return nil
  }
}

extension ContentFault {
  fileprivate init(_ fault: YAMLFault) {
    self.init(
      "KI0120", file: fault.file, line: fault.line, column: fault.column, fault.message)
  }

  /// A compiler's finding; remarks without weight for content are left out.
  fileprivate init?(_ diagnostic: Diagnostic) {
    // A jump to nowhere is a warning for scripts in the making, and an error for content.
    let isError = diagnostic.severity == .error || diagnostic.code == "YS0012"
    guard isError || diagnostic.severity == .warning else { return nil }
    self.init(
      diagnostic.code, isError ? .error : .warning, file: diagnostic.file,
      line: diagnostic.start.line, column: diagnostic.start.column,
      diagnostic.message)
  }
}

extension [ContentFault] {
  fileprivate var ordered: [ContentFault] {
    sorted { ($0.file, $0.line, $0.column, $0.code) < ($1.file, $1.line, $1.column, $1.code) }
  }
}
