/// What keeps a file from being taken in, and where.
///
/// It never holds a word of what was written.
public struct ImportFault: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The text is not JSON.
    case notJSON(JSONTrouble)
    /// The JSON is of no form that entries come in.
    case unknownShape
    /// The JSON is not of the form that was asked for.
    case notOfFormat(ImportFormat)
    /// The records were written by a later version of kith.
    case newerVersion(Int)
    /// A member is missing that every entry has.
    case missing(member: String)
    /// A member is of another type than in every other file.
    case wrongType(member: String)
    /// A member is no time that can be read.
    case notATime(member: String)
    /// A time lies outside the years 1 to 9999.
    case timeOutOfRange
    /// A record is not as the journal's format has it.
    case notARecord(member: String?)
    /// Two records have one id.
    case repeatedID
    /// A line at the head of a file is not of the form `name: value`.
    case notFrontMatter
  }

  /// Why a text is not JSON.
  public enum JSONTrouble: Equatable, Sendable {
    /// It ends too early.
    case endsEarly
    /// Something stands where it may not stand.
    case misplaced
    /// A backslash is followed by what is no escape, or by half of a character.
    case escape
    /// A number is written as JSON has none.
    case number
    /// An object has one name twice.
    case repeatedName
    /// Too many brackets lie in each other.
    case tooDeep
  }

  /// Where it is wrong.
  public enum Place: Equatable, Sendable {
    /// The file as a whole.
    case file
    /// A line and a column, both counted from 1.
    case line(Int, column: Int)
    /// An entry, counted from 1.
    case entry(Int)
  }

  /// What is wrong.
  public var problem: Problem

  /// The file, as the person named it.
  public var file: String

  /// Where in the file.
  public var place: Place

  /// Makes a fault.
  public init(_ problem: Problem, file: String, place: Place = .file) {
    self.problem = problem
    self.file = file
    self.place = place
  }
}

/// Everything that keeps files from being taken in.
public struct ImportFaults: Error, Equatable, Sendable {
  /// The faults, in the order in which they were met; never none.
  public var faults: [ImportFault]

  /// Takes faults.
  public init(_ faults: [ImportFault]) {
    self.faults = faults
  }
}
