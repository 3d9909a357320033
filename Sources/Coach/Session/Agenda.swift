/// What a sitting is for.
public enum Agenda: Hashable, Codable, Sendable {
  /// The first words, before anything is stored.
  case door
  /// The first words of a visit that keeps nothing.
  case unsavedDoor
  /// Getting to know each other, once, when the vault is new.
  case welcome
  /// The weekly check-in.
  case checkIn
  /// The inventory of the people in the person's life.
  case inventory
  /// One reflection prompt.
  case prompt
  /// A reading on one topic.
  case reading(String)
  /// Questions about safety with one person, before work that touches them.
  case safety(SafetyGate)
  /// A questionnaire, of the content or one that the person brought.
  ///
  /// With the id of a record it opens what was filled in there, and leaves a new version of it.
  case form(String, editing: String? = nil)

  /// The node of the content where it begins; `nil` where nothing is said before the form.
  var entryNode: String? {
    switch self {
    case .door: "Door"
    case .unsavedDoor: "DoorUnsaved"
    case .welcome: "Welcome"
    case .checkIn: "CheckIn"
    case .inventory: "Inventory"
    case .prompt: "OnePrompt"
    case .reading(let topic): "Reading_\(topic)"
    case .safety(let gate): gate.entryNode
    case .form: nil
    }
  }

  /// The id of the questionnaire that it is for; `nil` where it is for something else.
  public var form: String? {
    if case .form(let form, _) = self { form } else { nil }
  }

  /// The id of the record that it changes; `nil` where it leaves a new one.
  public var editedRecord: String? {
    if case .form(_, let record) = self { record } else { nil }
  }

  /// The kind of the record that it leaves in the journal; `nil` where it leaves none.
  var recordKind: Record.Kind? {
    switch self {
    case .door, .unsavedDoor, .safety: nil
    case .welcome: .profile
    case .checkIn: .checkIn
    case .inventory: .inventory
    case .prompt: .note
    case .reading: .reading
    case .form: .filledForm
    }
  }
}
