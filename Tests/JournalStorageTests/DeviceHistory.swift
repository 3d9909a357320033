import Coach

@testable import JournalStorage

/// A made-up life of a journal on several devices, with a record of its own of what came from what.
struct DeviceHistory {
  /// One version of one record, as the history itself remembers it.
  struct Version {
    let id: Int
    let line: RecordLine
    /// Every version that its writer, and the writers before, had in hand.
    let ancestors: Set<Int>
  }

  private var versions: [Version] = []
  private var dice: Dice
  private(set) var devices: [JournalText]
  private let idCount: Int

  init(seed: UInt64, deviceCount: Int, idCount: Int = 3) {
    dice = Dice(seed: seed)
    self.idCount = idCount
    devices = (0..<deviceCount).map { _ in JournalText(generation: 1, lines: []) }
  }

  /// Lets something happen on one of the devices.
  mutating func step() throws {
    let device = dice.roll(devices.count)
    switch dice.roll(10) {
    case 0..<6: try write(dice.roll(idCount), on: device, isDeletion: false)
    case 6: try write(dice.roll(idCount), on: device, isDeletion: true)
    default: devices[device].merge(devices[dice.roll(devices.count)])
    }
  }

  private mutating func write(_ id: Int, on device: Int, isDeletion: Bool) throws {
    let current = devices[device].current(RecordKey(.id(id)))
    guard !isDeletion || current != nil else { return }
    var record = Record.note(id, "words \(versions.count)")
    if isDeletion {
      record.body = nil
      record.deleted = true
    }
    let before = devices[device]
    _ = try devices[device].put(record, over: before)
    guard
      let line = devices[device].lines.first(where: { line in
        line.id == .id(id) && !versions.contains { $0.line == line }
      })
    else { return }
    let parent = versions.firstIndex { $0.line == current }
    let ancestors = parent.map { versions[$0].ancestors.union([$0]) } ?? []
    versions.append(Version(id: id, line: line, ancestors: ancestors))
  }

  /// The lines that have to be there once everything has met everything: of each record the
  /// highest tombstone, and what is higher than that and was not written over.
  var expected: Set<[UInt8]> {
    var expected: Set<[UInt8]> = []
    for id in 0..<idCount {
      let all = versions.enumerated().filter { $0.element.id == id }
      let tombstone = all.filter(\.element.line.isTombstone).max { $0.element < $1.element }
      if let tombstone { expected.insert(Array(tombstone.element.line.raw)) }
      for (index, version) in all where !version.line.isTombstone {
        if let tombstone, version < tombstone.element { continue }
        guard !all.contains(where: { $0.element.ancestors.contains(index) }) else { continue }
        expected.insert(Array(version.line.raw))
      }
    }
    return expected
  }
}

extension DeviceHistory.Version: Comparable {
  static func == (one: Self, other: Self) -> Bool { one.line == other.line }

  static func < (one: Self, other: Self) -> Bool {
    if one.line.rev != other.line.rev { return one.line.rev < other.line.rev }
    if one.line.isTombstone != other.line.isTombstone { return other.line.isTombstone }
    return one.line.raw.lexicographicallyPrecedes(other.line.raw)
  }
}

/// Chance that can be had again from its seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 0x1234_5678
  }

  mutating func next() -> UInt64 {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but without, a number of sides.
  mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
}

extension JournalText {
  /// The lines as a set, which is what two journals agree or differ in.
  var content: Set<[UInt8]> { Set(lines.map { Array($0.raw) }) }

  /// This text with another one merged into it.
  func merged(_ other: JournalText) -> JournalText {
    var text = self
    text.merge(other)
    return text
  }
}
