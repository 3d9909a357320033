/// Which questions about safety with one person come before work that touches them.
///
/// A sitting for one of them is never kept, its draft neither. It leaves ``Outcome/passed`` when
/// the work may go on. Any other end, leaving included, means that nothing is to lead towards this
/// person now; the reason is not told.
public enum SafetyGate: String, CaseIterable, Codable, Sendable {
  /// All of them: before the first work on a disagreement with somebody.
  case person
  /// One question: before such work goes on after some weeks.
  case again

  /// The node of the content where it begins.
  public var entryNode: String {
    switch self {
    case .person: "Safe_Person"
    case .again: "Safe_Again"
    }
  }
}
