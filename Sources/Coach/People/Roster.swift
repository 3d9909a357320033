import Questionnaires

/// The people of the inventory while a sitting goes on.
struct Roster: Equatable, Sendable {
  /// Somebody, and what was said of them so far.
  struct Seat: Equatable, Sendable {
    var id: String
    var response: QuestionnaireResponse
    var isRemoved = false
    /// Whether the first round has come past them in this sitting.
    var wasVisited = false

    var name: String { Portrait(response, at: LocalTime(epochSeconds: 0)).name.plaintext }
    var portrait: Portrait { Portrait(response, at: LocalTime(epochSeconds: 0)) }
  }

  /// Why somebody cannot be called so.
  enum NameProblem: Error, Equatable {
    case taken, tooLong, full, empty
  }

  static let longestName = 60

  private(set) var seats: [Seat]
  /// Whom the script speaks of.
  private(set) var currentID: String?
  private var removed: [String] = []

  init(_ people: [Person] = []) {
    seats = people.map { Seat(id: $0.id, response: $0.now.response) }
  }

  /// Everybody who is on the list, in the order in which they were named.
  var present: [Seat] { seats.filter { !$0.isRemoved } }

  var current: Seat? { present.first { $0.id == currentID } }

  /// Whoever was removed last in this sitting and is still away.
  var lastRemoved: Seat? { seats.first { $0.id == removed.last } }

  var places: Int { Swift.max(0, Person.limit - present.count) }

  /// What is known of the one the script speaks of, as a form that scripts can ask about.
  var currentForm: FilledForm? {
    current.map { FilledForm(form: Person.form, response: $0.response) }
  }

  mutating func turn(to id: String?) {
    currentID = id
  }

  /// Turns to the next one of whom only the name is known; to nobody when there is none.
  mutating func turnToNextUnplaced() {
    let next = seats.firstIndex { !$0.isRemoved && !$0.wasVisited && !$0.portrait.isPlaced }
    if let next { seats[next].wasVisited = true }
    currentID = next.map { seats[$0].id }
  }

  /// Puts people on the list; several names stand with commas between them.
  ///
  /// - Throws: ``NameProblem``, and then nobody was put on the list.
  mutating func add(_ names: String, in sitting: String) throws(NameProblem) {
    var copy = self
    let parts = names.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace) }
      .filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    guard !parts.isEmpty else { throw .empty }
    for name in parts {
      guard copy.places > 0 else { throw .full }
      try copy.check(name, for: nil)
      let id = Self.identifier(sitting, copy.seats.count)
      let item = QuestionnaireResponse.Item(
        linkID: "inv.name", answers: [.init(.string(PrivateText(name)))])
      copy.seats.append(Seat(id: id, response: QuestionnaireResponse(items: [item])))
      copy.currentID = id
    }
    self = copy
  }

  /// Sees whether somebody can be called so.
  func check(_ name: String, for id: String?) throws(NameProblem) {
    let folded = Portrait.folded(name)
    guard !folded.isEmpty else { throw .empty }
    guard name.count <= Self.longestName else { throw .tooLong }
    let isTaken = present.contains { $0.id != id && Portrait.folded($0.name) == folded }
    guard !isTaken else { throw .taken }
  }

  mutating func set(_ response: QuestionnaireResponse, of id: String) {
    guard let index = seats.firstIndex(where: { $0.id == id }) else { return }
    seats[index].response = response
  }

  mutating func removeCurrent() {
    guard let index = seats.firstIndex(where: { $0.id == currentID }) else { return }
    seats[index].isRemoved = true
    removed.append(seats[index].id)
    currentID = nil
  }

  mutating func restoreLastRemoved() {
    guard places > 0, let index = seats.firstIndex(where: { $0.id == removed.last }) else {
      return
    }
    seats[index].isRemoved = false
    removed.removeLast()
    currentID = seats[index].id
  }

  /// A version 4 UUID that is always the same for the same place in the same sitting.
  ///
  /// Within a sitting the ids grow, because people who were named at the same time are ordered by
  /// them.
  static func identifier(_ sitting: String, _ number: Int) -> String {
    let digits =
      digits(of: sitting).prefix(6) + String(256 + number % 256, radix: 16).dropFirst()
      + digits(of: "\(number)/\(sitting)") + digits(of: "\(sitting)/\(number)").prefix(8)
    var letters = Array(digits)
    letters[12] = "4"
    letters[16] = ["8", "9", "a", "b"][(letters[16].hexDigitValue ?? 0) % 4]
    let ends = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return ends.map { String(letters[$0]) }.joined(separator: "-")
  }

  /// Sixteen hexadecimal digits that stand for a text (FNV-1a, stirred as SplitMix64 does).
  private static func digits(of text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    let word = String(hash ^ (hash >> 31), radix: 16)
    return String(repeating: "0", count: 16 - word.count) + word
  }
}
