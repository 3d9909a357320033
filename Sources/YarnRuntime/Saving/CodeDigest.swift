/// A short number that stays the same exactly as long as a node's code does.
struct CodeDigest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ code: [Instruction]) {
    for instruction in code { add(instruction) }
  }

  // FNV-1a, over bytes and, for numbers, over whole words.
  private mutating func add(word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01b3
  }

  private mutating func add(_ kind: UInt64, _ text: String = "", _ numbers: Int...) {
    add(word: kind)
    for byte in text.utf8 { add(word: UInt64(byte)) }
    add(word: 0xFF)
    for number in numbers { add(word: UInt64(bitPattern: Int64(number))) }
  }

  private mutating func add(_ instruction: Instruction) {
    switch instruction {
    case .push(.number(let number)): add(1, "", Int(number.bitPattern))
    case .push(.string(let string)): add(2, string)
    case .push(.bool(let bool)): add(3, "", bool ? 1 : 0)
    case .load(let name): add(4, name)
    case .store(let name): add(5, name)
    case .unary(let unary): add(6, "", unary == .negate ? 0 : 1)
    case .binary(let binary): add(7, binary.rawValue)
    case .call(let name, let argumentCount): add(8, name, argumentCount)
    case .pop: add(9)
    case .isUnseen(let key): add(10, key)
    case .markSeen(let key): add(11, key)
    case .jump, .jumpIfFalse, .line, .command, .option, .showOptions, .candidate,
      .selectCandidate, .enterGroup, .jumpToNode, .jumpToComputedNode, .detour,
      .detourToComputedNode, .returnFromNode, .stop:
      addFlow(instruction)
    }
  }

  private mutating func addFlow(_ instruction: Instruction) {
    switch instruction {
    case .jump(let target): add(20, "", target)
    case .jumpIfFalse(let target): add(21, "", target)
    case .line(let id, let count): add(22, id, count)
    case .command(let pieces): for piece in pieces { add(23, piece, pieces.count) }
    case .option(let id, let count, let target): add(24, id, count, target)
    case .showOptions: add(25)
    case .candidate(let id, let complexity, let target): add(26, id, complexity, target)
    case .selectCandidate: add(27)
    case .enterGroup: add(28)
    case .jumpToNode(let node): add(29, node)
    case .jumpToComputedNode: add(30)
    case .detour(let node): add(31, node)
    case .detourToComputedNode: add(32)
    case .returnFromNode: add(33)
    default: add(34)
    }
  }
}
