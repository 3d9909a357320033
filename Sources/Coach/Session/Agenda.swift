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
  /// One reflection prompt.
  case prompt
  /// A reading on one topic.
  case reading(String)

  /// The node of the content where it begins.
  var entryNode: String {
    switch self {
    case .door: "Door"
    case .unsavedDoor: "DoorUnsaved"
    case .welcome: "Welcome"
    case .checkIn: "CheckIn"
    case .prompt: "OnePrompt"
    case .reading(let topic): "Reading_\(topic)"
    }
  }

  /// The kind of the record that it leaves in the journal; `nil` where it leaves none.
  var recordKind: Record.Kind? {
    switch self {
    case .door, .unsavedDoor: nil
    case .welcome: .profile
    case .checkIn: .checkIn
    case .prompt: .note
    case .reading: .reading
    }
  }
}
