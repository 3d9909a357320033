/// Unpacks the zlib form in which the larger official vectors are kept.
struct Inflate {
  /// The packed bytes break a rule of the form.
  struct Malformed: Error {}

  private let packed: [UInt8]
  private var position = 0
  private var pending: UInt32 = 0
  private var bitCount = 0
  private var unpacked: [UInt8] = []

  private init(_ packed: [UInt8]) {
    self.packed = packed
  }

  /// Unpacks a zlib stream; its checksum is left to the test that compares the content.
  static func zlib(_ packed: [UInt8]) throws -> [UInt8] {
    guard packed.count > 2, packed[0] & 15 == 8 else { throw Malformed() }
    var inflate = Inflate(Array(packed.dropFirst(2)))
    while try !inflate.block() {}
    return inflate.unpacked
  }
}

extension Inflate {
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// The codes of one alphabet: how many there are of each length, and their symbols in order.
  private struct Codes {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      for length in 1...15 { symbols += lengths.indices.filter { lengths[$0] == length } }
    }
  }

  private mutating func bits(_ count: Int) throws -> Int {
    while bitCount < count {
      guard position < packed.count else { throw Malformed() }
      pending |= UInt32(packed[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    defer {
      pending >>= UInt32(count)
      bitCount -= count
    }
    return Int(pending & (1 << UInt32(count) - 1))
  }

  private mutating func symbol(_ codes: Codes) throws -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      code |= try bits(1)
      if code - first < codes.counts[length] { return codes.symbols[index + code - first] }
      index += codes.counts[length]
      first = (first + codes.counts[length]) << 1
      code <<= 1
    }
    throw Malformed()
  }

  /// Unpacks one block; answers whether it was the last.
  private mutating func block() throws -> Bool {
    let isLast = try bits(1) == 1
    switch try bits(2) {
    case 0: try stored()
    case 1: try symbols(Self.fixedLiterals, Codes(lengths: Array(repeating: 5, count: 30)))
    case 2:
      let (literals, distances) = try dynamicCodes()
      try symbols(literals, distances)
    default: throw Malformed()
    }
    return isLast
  }

  private static let fixedLiterals = Codes(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })

  private mutating func stored() throws {
    pending = 0
    bitCount = 0
    guard position + 4 <= packed.count else { throw Malformed() }
    let count = Int(packed[position]) | Int(packed[position + 1]) << 8
    position += 4
    guard position + count <= packed.count else { throw Malformed() }
    unpacked += packed[position..<position + count]
    position += count
  }

  private mutating func dynamicCodes() throws -> (Codes, Codes) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let orderCount = try bits(4) + 4
    var orderLengths = [Int](repeating: 0, count: 19)
    for place in Self.lengthOrder.prefix(orderCount) { orderLengths[place] = try bits(3) }
    let lengthCodes = Codes(lengths: orderLengths)
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      let code = try symbol(lengthCodes)
      switch code {
      case 16:
        guard let last = lengths.last else { throw Malformed() }
        lengths += Array(repeating: last, count: try bits(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try bits(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try bits(7) + 11)
      default: lengths.append(code)
      }
    }
    return (
      Codes(lengths: Array(lengths.prefix(literalCount))),
      Codes(lengths: Array(lengths.dropFirst(literalCount)))
    )
  }

  private mutating func symbols(_ literals: Codes, _ distances: Codes) throws {
    while true {
      let code = try symbol(literals)
      if code == 256 { return }
      guard code > 256 else {
        unpacked.append(UInt8(code))
        continue
      }
      let length = try Self.lengthBase[code - 257] + bits(Self.lengthBits[code - 257])
      let distanceCode = try symbol(distances)
      let distance = try Self.distanceBase[distanceCode] + bits(max(0, distanceCode / 2 - 1))
      guard distance <= unpacked.count else { throw Malformed() }
      for _ in 0..<length { unpacked.append(unpacked[unpacked.count - distance]) }
    }
  }
}
