import Questionnaires

/// Somebody in the person's life, as the inventory knows them.
///
/// Every finished sitting that changed something leaves one more portrait, so that what was said
/// can be read by date. They lie in one record of the journal, each as a filled form.
public struct Person: Equatable, Sendable {
  /// The id of the questionnaire that asks about somebody.
  public static let form = "inventory"

  /// How many people the inventory holds at most.
  public static let limit = 12

  /// The record it is kept in.
  public let record: Record

  /// What was said, oldest first; never empty.
  public let portraits: [Portrait]

  /// Reads somebody from a record; `nil` when it is of another kind or tells of nobody.
  public init?(_ record: Record) {
    guard record.kind == .person, record.deleted != true else { return nil }
    let forms = record.body?.forms.filter { $0.form == Self.form } ?? []
    portraits = forms.map { Portrait($0.response, at: record.at) }
    guard !portraits.isEmpty else { return nil }
    self.record = record
  }

  /// The id, the same through all renaming.
  public var id: String { record.id }

  /// What was said last.
  public var now: Portrait { portraits[portraits.count - 1] }

  /// What they are called.
  public var name: PrivateText { now.name }

  /// What was known at the end of a day; `nil` before they were named.
  public func portrait(on day: CalendarDay) -> Portrait? {
    portraits.last { $0.at.day <= day }
  }
}

extension Array where Element == Person {
  /// Finds somebody by what they are called, whole or by its beginning.
  ///
  /// - Parameter name: The name as it was typed; letter case does not matter.
  /// - Returns: Everybody it may mean: one where it is a whole name, all that begin so otherwise.
  public func called(_ name: String) -> [Person] {
    let wanted = Portrait.folded(name)
    let whole = filter { Portrait.folded($0.name.plaintext) == wanted }
    return whole.isEmpty
      ? filter { !wanted.isEmpty && Portrait.folded($0.name.plaintext).hasPrefix(wanted) } : whole
  }
}
