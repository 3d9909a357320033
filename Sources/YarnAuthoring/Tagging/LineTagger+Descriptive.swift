import YarnCompiler

extension LineTagger {
  /// The distance of the numbers of lines that are written one after the other.
  private static let gap = 100

  /// Notes the highest number that every stem has in the project.
  mutating func noteNumbers() {
    for id in used {
      for underscore in id.indices where id[underscore] == "_" {
        let stem = String(id[...underscore])
        guard let number = Self.number(in: id, after: stem) else { continue }
        highestNumbers[stem] = max(number, highestNumbers[stem] ?? 0)
      }
    }
  }

  /// Makes up an id for every line that needs one.
  mutating func descriptiveIDs(for lines: [ScriptLine]) -> [String?] {
    var ids: [String?] = Array(repeating: nil, count: lines.count)
    var start = lines.startIndex
    while start < lines.endIndex {
      let node = lines[start].node
      let end = lines[start...].firstIndex { !$0.needsID || $0.node != node } ?? lines.endIndex
      guard end > start else {
        start += 1
        continue
      }
      let run = start..<end
      let (first, step) = numbers(for: run, of: lines)
      for (offset, index) in run.enumerated() {
        ids[index] = id(for: lines[index], number: first + offset * step, isNew: step > 0)
      }
      start = end
    }
    return ids
  }

  /// The first number and the step for a run of lines: a hundred apart where there is room, evenly
  /// between the numbers above and below where there is less, and all the number above where there
  /// is none.
  private func numbers(for run: Range<Int>, of lines: [ScriptLine]) -> (first: Int, step: Int) {
    let node = lines[run.lowerBound].node
    let stem = Self.stem(of: node)
    let number = { (line: ScriptLine) in
      line.node == node ? line.id.flatMap { Self.number(in: $0, after: stem) } : nil
    }
    let low = lines[..<run.lowerBound].reversed().lazy.prefix { $0.node == node }
      .compactMap(number).first
    let high = lines[run.upperBound...].lazy.prefix { $0.node == node }.compactMap(number).first
    guard let high, high > low ?? 0 else {
      let last = high == nil ? highestNumbers[stem] ?? 0 : low ?? 0
      return ((last / Self.gap + 1) * Self.gap, Self.gap)
    }
    let step = min(Self.gap, (high - (low ?? 0)) / (run.count + 1))
    return ((low ?? 0) + step, step)
  }

  /// An id that no line has yet; a generation tells lines apart that would have the same.
  private mutating func id(for line: ScriptLine, number: Int, isNew: Bool) -> String {
    let digits = String(number)
    let stem = Self.stem(of: line.node)
    let numbered = stem + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let character = line.character.map { "_" + Self.word($0) } ?? ""
    highestNumbers[stem] = max(number, highestNumbers[stem] ?? 0)
    var generation = isNew ? 0 : 1
    while true {
      let id = numbered + (generation == 0 ? "" : "_g\(generation)") + character
      if used.insert(id).inserted { return id }
      generation += 1
    }
  }

  private static func stem(of node: String) -> String { "line:\(node)_" }

  /// The number that follows a stem; `nil` when the id does not go on with one.
  private static func number(in id: String, after stem: String) -> Int? {
    guard id.hasPrefix(stem) else { return nil }
    return Int(id.dropFirst(stem.count).prefix { ("0"..."9").contains($0) })
  }

  /// A name as an id can hold it.
  private static func word(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
