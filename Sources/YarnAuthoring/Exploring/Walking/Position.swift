/// A state of a dialogue as the explorer keeps it.
struct Position {
  struct Frame: Equatable {
    var node: Int
    var operation: Int

    var word: UInt64 { UInt64(node) << 32 | UInt64(operation) }
  }

  /// An answer of the host to a call whose arguments only the walk knows.
  struct Answer: Equatable {
    var call: Int
    var value: Scalar
  }

  var frames: [Frame] = []
  var cells: [Scalar] = []
  var answers: [Answer] = []

  /// The throws of chance in the statement at hand.
  var draws: [Scalar] = []

  /// Where in the trail the state was come to.
  var place = -1
}

extension Position {
  /// Writes the state down, without the cells that are as they were at the start or never read.
  func record(_ live: [UInt64], initial: [Scalar]) -> [UInt64] {
    var record = [
      UInt64(UInt32(bitPattern: Int32(place))), UInt64(frames.count),
      UInt64(answers.count) << 32 | UInt64(draws.count),
    ]
    for frame in frames { record.append(frame.word) }
    for answer in answers { record.append(UInt64(answer.call) << 40 | answer.value.bits) }
    for draw in draws { record.append(draw.bits) }
    forEachLive(live) { cell in
      if cells[cell] != initial[cell] {
        record.append(UInt64(cell) << 40 | cells[cell].bits)
      }
    }
    return record
  }

  /// Reads a state that `record(_:initial:)` wrote.
  mutating func read(_ record: ArraySlice<UInt64>, initial: [Scalar]) {
    var index = record.startIndex
    func word() -> UInt64 {
      defer { index += 1 }
      return record[index]
    }
    place = Int(Int32(bitPattern: UInt32(truncatingIfNeeded: word())))
    let frameCount = Int(word())
    let counts = word()
    frames.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
    draws.removeAll(keepingCapacity: true)
    for _ in 0..<frameCount {
      let word = word()
      frames.append(Frame(node: Int(word >> 32), operation: Int(word & 0xFFFF_FFFF)))
    }
    for _ in 0..<Int(counts >> 32) {
      let word = word()
      answers.append(Answer(call: Int(word >> 40), value: Scalar(bits: word & 0xFF_FFFF_FFFF)))
    }
    for _ in 0..<Int(counts & 0xFFFF_FFFF) { draws.append(Scalar(bits: word())) }
    cells = initial
    while index < record.endIndex {
      let word = word()
      cells[Int(word >> 40)] = Scalar(bits: word & 0xFF_FFFF_FFFF)
    }
  }

  /// The state's fingerprint.
  func key(_ live: [UInt64], initial: [Scalar]) -> StateKey {
    var key = StateKey.start
    for frame in frames { key.add(frame.word) }
    for answer in answers { key.add(UInt64(answer.call) << 40 | answer.value.bits) }
    key.add(UInt64(answers.count) << 32 | UInt64(draws.count))
    for draw in draws { key.add(draw.bits) }
    forEachLive(live) { cell in
      if cells[cell] != initial[cell] { key.add(UInt64(cell) << 40 | cells[cell].bits) }
    }
    return key
  }

  @inline(__always)
  private func forEachLive(_ live: [UInt64], _ body: (Int) -> Void) {
    for index in live.indices {
      var word = live[index]
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
