/// A row of the program's string table.
///
/// There is one for every line of every script, so what few lines have, and what many share, is
/// kept elsewhere.
public struct LineEntry: Sendable {
  /// Where lines stand; those of one node share it.
  package final class Place: Sendable {
    package let node: String
    package let file: String

    package init(node: String, file: String) {
      self.node = node
      self.file = file
    }
  }

  /// What few lines have.
  private final class Rare: Sendable {
    let shadowOf: String?
    let valueOrder: [Int]?

    init(shadowOf: String?, valueOrder: [Int]?) {
      self.shadowOf = shadowOf
      self.valueOrder = valueOrder
    }
  }

  private enum Words: Sendable {
    case whole(String)
    case pieces([String])
  }

  private var words: Words

  /// The hashtags without `#`, those that the compiler adds included.
  public var tags: [String]
  private var place: Place
  private var rare: Rare?
  private var storedLine: Int32

  /// Whether the compiler made up the id, so that it changes with edits.
  public var isImplicit: Bool

  package init(
    pieces: [String], place: Place, line: Int, tags: [String], isImplicit: Bool, shadowOf: String?
  ) {
    words = Self.words(pieces)
    self.place = place
    storedLine = Int32(clamping: line)
    self.tags = tags
    self.isImplicit = isImplicit
    rare = shadowOf.map { Rare(shadowOf: $0, valueOrder: nil) }
  }

  /// Creates the row of a line without expressions.
  package init(text: String, place: Place, line: Int, tags: [String], isImplicit: Bool) {
    words = .whole(text)
    self.place = place
    storedLine = Int32(clamping: line)
    self.tags = tags
    self.isImplicit = isImplicit
  }

  private static func words(_ pieces: [String]) -> Words {
    pieces.count == 1 ? .whole(pieces[0]) : .pieces(pieces)
  }
}

extension LineEntry {
  /// The text between the inserted expressions: one more piece than there are expressions.
  public var pieces: [String] {
    get {
      switch words {
      case .whole(let text): [text]
      case .pieces(let pieces): pieces
      }
    }
    set { words = Self.words(newValue) }
  }

  /// The unique name of the node the line stands in.
  public var node: String {
    get { place.node }
    set { place = Place(node: newValue, file: file) }
  }

  /// The name of the file.
  public var file: String {
    get { place.file }
    set { place = Place(node: node, file: newValue) }
  }

  /// The line of the file, counted from 1.
  public var line: Int {
    get { Int(storedLine) }
    set { storedLine = Int32(clamping: newValue) }
  }

  /// The id of the line whose text this one repeats (`#shadow:`).
  public var shadowOf: String? {
    get { rare?.shadowOf }
    set { rare = Rare(shadowOf: newValue, valueOrder: valueOrder) }
  }

  /// Which expression stands behind each piece, where a translation changes their order.
  package var valueOrder: [Int]? {
    get { rare?.valueOrder }
    set { rare = Rare(shadowOf: shadowOf, valueOrder: newValue) }
  }

  /// The text as translators see it, with `{0}`, `{1}`… where expressions stand.
  public var text: String {
    guard case .pieces(let pieces) = words else { return pieces[0] }
    var text = pieces.first ?? ""
    let order = valueOrder
    for (index, piece) in pieces.dropFirst().enumerated() {
      text += "{\(order?[index] ?? index)}" + piece
    }
    return text
  }
}

extension LineEntry: Equatable {
  /// Tells whether two rows say the same of a line.
  public static func == (left: LineEntry, right: LineEntry) -> Bool {
    left.pieces == right.pieces && left.node == right.node && left.file == right.file
      && left.line == right.line && left.tags == right.tags
      && left.isImplicit == right.isImplicit && left.shadowOf == right.shadowOf
      && left.valueOrder == right.valueOrder
  }
}
