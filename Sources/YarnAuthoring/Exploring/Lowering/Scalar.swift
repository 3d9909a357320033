import YarnRuntime

/// A value in one machine word, so that a state of a dialogue is a short row of numbers.
struct Scalar: Hashable, Sendable {
  var bits: UInt64

  /// Nothing: a variable that was not set, a function that was not asked.
  static let none = Scalar(bits: 0)
  static let no = Scalar(bits: 1 << 32)
  static let yes = Scalar(bits: 1 << 32 | 1)

  init(bits: UInt64) { self.bits = bits }

  init(_ bool: Bool) { bits = bool ? Scalar.yes.bits : Scalar.no.bits }

  init(_ number: Float) {
    bits = 2 << 32 | UInt64((number == 0 ? 0 : number).bitPattern)
  }

  init(text index: Int) { bits = 3 << 32 | UInt64(index) }

  var isNone: Bool { bits == 0 }

  var bool: Bool? { bits >> 32 == 1 ? bits & 1 == 1 : nil }

  var number: Float? {
    bits >> 32 == 2 ? Float(bitPattern: UInt32(truncatingIfNeeded: bits)) : nil
  }

  var textIndex: Int? { bits >> 32 == 3 ? Int(bits & 0xFFFF_FFFF) : nil }
}

/// The texts that scalars stand for.
struct ScalarPool {
  private var texts: [String] = []
  private var indices: [String: Int] = [:]

  mutating func scalar(_ value: Value) -> Scalar {
    switch value {
    case .bool(let bool): return Scalar(bool)
    case .number(let number): return Scalar(number)
    case .string(let text):
      if let index = indices[text] { return Scalar(text: index) }
      texts.append(text)
      indices[text] = texts.count - 1
      return Scalar(text: texts.count - 1)
    }
  }

  func value(_ scalar: Scalar) -> Value {
    if let bool = scalar.bool { return .bool(bool) }
    if let number = scalar.number { return .number(number) }
    return .string(scalar.textIndex.map { texts[$0] } ?? "")
  }

  func text(_ scalar: Scalar) -> String { value(scalar).text }
}
