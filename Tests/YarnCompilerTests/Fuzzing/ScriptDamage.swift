import YarnRuntime

/// Damages scripts: takes away, doubles, swaps and mixes their bytes, tokens and lines.
struct ScriptDamage {
  var chance: RandomSource

  private static let fragments = [
    "<<", ">>", "{", "}", "->", "=>", "===", "---", "\n", "\r", "\r\n", "\t", " ", "#", "//", "$",
    "\"", "\\", "(", ")", "[", "]", "/]", "<<if ", "<<else>>", "<<endif>>", "<<once>>",
    "<<endonce>>", "<<enum E>>", "<<case A>>", "<<endenum>>", "<<declare $z = ", "<<set $z to ",
    "title: Z\n", "when: ", "#line:1", "#shadow:1", "\u{0}", "\u{FEFF}", "\u{2028}", "é", "😀", "-",
    "not ", " and ", ".", ",", "1", "99999999999999999999999999999999999999999", "{0}", "[a=",
  ].map { Array($0.utf8) }

  /// Changes a script in one to eight places.
  mutating func damaged(_ script: [UInt8], mixedWith other: [UInt8]) -> [UInt8] {
    var bytes = script
    for _ in 0..<Int.random(in: 1...8, using: &chance) {
      guard !bytes.isEmpty else { return other }
      if Int.random(in: 0..<3, using: &chance) == 0 {
        damageLines(&bytes, other)
      } else {
        damageBytes(&bytes)
      }
    }
    return bytes
  }

  /// Bytes without any sense.
  mutating func noise() -> [UInt8] {
    (0..<Int.random(in: 0...200, using: &chance)).flatMap { _ in
      Bool.random(using: &chance)
        ? Self.fragments[Int.random(in: 0..<Self.fragments.count, using: &chance)]
        : [UInt8.random(in: 0...255, using: &chance)]
    }
  }

  private mutating func damageBytes(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0..<bytes.count, using: &chance)
    let end = min(bytes.count, place + Int.random(in: 1...20, using: &chance))
    switch Int.random(in: 0..<5, using: &chance) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2: bytes[place] = UInt8.random(in: 0...255, using: &chance)
    default:
      let fragment = Self.fragments[Int.random(in: 0..<Self.fragments.count, using: &chance)]
      bytes.insert(contentsOf: fragment, at: place)
    }
  }

  private mutating func damageLines(_ bytes: inout [UInt8], _ other: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let others = other.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let first = Int.random(in: 0..<lines.count, using: &chance)
    let second = Int.random(in: 0..<lines.count, using: &chance)
    switch Int.random(in: 0..<5, using: &chance) {
    case 0: lines.remove(at: first)
    case 1: lines.insert(lines[first], at: second)
    case 2: lines.swapAt(first, second)
    case 3: lines[first] = [UInt8](repeating: 32, count: 1 + first % 9) + lines[first]
    default:
      if let taken = others.randomElement(using: &chance) { lines.insert(taken, at: first) }
    }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
