import Questionnaires

extension History {
  /// Everybody in the inventory, in the order in which they were named.
  public var people: [Person] { records.compactMap(Person.init) }

  /// What everybody is called, to complete names by.
  public var peopleNames: [String] { people.map(\.name.plaintext) }

  /// Finds somebody by their id.
  public func person(_ id: String) -> Person? {
    records.lazy.filter { $0.id == id }.compactMap(Person.init).first
  }
}
