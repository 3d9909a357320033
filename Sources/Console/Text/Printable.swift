/// A text that can do nothing to a terminal but appear on it.
///
/// Escape sequences, control characters and marks that reorder what follows are taken out; line
/// ends and tabs stay. For every text that did not come from the program itself.
public struct Printable: Equatable, Sendable {
  /// The text that is safe to write.
  public let text: String

  /// Takes out what must not reach a terminal.
  ///
  /// - Parameter raw: Any text at all.
  public init(_ raw: String) {
    var safe = String.UnicodeScalarView()
    var rest = Substring(raw).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": Self.dropEscape(from: &rest)
      case "\u{9B}": Self.dropControlSequence(from: &rest)
      case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}": Self.dropString(from: &rest)
      case "\r" where rest.first == "\n": continue
      case "\r", "\u{85}", "\u{2028}", "\u{2029}": safe.append("\n")
      case _ where Self.isShown(scalar): safe.append(scalar)
      default: continue
      }
    }
    text = String(safe)
  }
}

extension Printable {
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F: false
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0001: false
    default: true
    }
  }

  private static func dropEscape(from rest: inout Substring.UnicodeScalarView) {
    guard let kind = rest.first else { return }
    switch kind {
    case "[":
      rest.removeFirst()
      dropControlSequence(from: &rest)
    case "]", "P", "X", "^", "_":
      rest.removeFirst()
      dropString(from: &rest)
    case " "..."/":
      rest = rest.drop { (" "..."/").contains($0) }.dropFirst()
    case "0"..."~":
      rest.removeFirst()
    default:
      return
    }
  }

  /// Drops the parameters and the final byte; a control character inside ends the sequence.
  private static func dropControlSequence(from rest: inout Substring.UnicodeScalarView) {
    rest = rest.drop { (" "..."?").contains($0) }
    if let end = rest.first, ("@"..."~").contains(end) { rest.removeFirst() }
  }

  /// Drops up to BEL or ST; a string that is never ended ends with its line, so that no attacker
  /// and no accident hides the rest of a text.
  private static func dropString(from rest: inout Substring.UnicodeScalarView) {
    while let scalar = rest.first {
      if scalar == "\n" { return }
      rest.removeFirst()
      if scalar == "\u{7}" || scalar == "\u{9C}" { return }
      guard scalar == "\u{1B}" else { continue }
      if rest.first == "\\" { rest.removeFirst() }
      return
    }
  }
}
