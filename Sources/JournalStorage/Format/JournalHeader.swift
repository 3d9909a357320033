/// The first line of the journal, which is about the file and not about the person.
struct JournalHeader: Codable, Equatable, Sendable {
  /// The version of the format that this program writes.
  static let version = 1

  /// The version of the format.
  var kith = version

  /// How often the journal has been saved.
  var generation: Int

  /// The computer that saved it.
  var device: String

  /// How many lines follow.
  var count: Int
}
