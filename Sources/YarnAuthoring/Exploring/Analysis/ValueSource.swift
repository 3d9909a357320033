import YarnRuntime

/// Something whose value the scripts cannot know beforehand: a variable, a count, an answer of
/// the host, a throw of chance.
struct ValueSource {
  enum Kind: Hashable {
    case variable(String)
    case once(String)
    case visits(String)
    /// A function of the host with arguments that are known beforehand.
    case host(String, [Value])
    /// A function of the host with any arguments.
    case hostComputed(String)
    /// A place that throws a random number.
    case chance(String, CodePlace)
  }

  var kind: Kind

  /// Whether anything that can change what comes next depends on it.
  var isRelevant = false

  /// The numbers and texts it is compared with, directly or through other variables.
  var points: Set<Float> = []
  var texts: Set<String> = []
  var moduli: Set<Int> = []

  /// The constants that are put into it.
  var constants: [Value] = []

  /// Whether it is compared with other sources.
  var isCompared = false
  var isTruth = false

  /// Whether it is used in ways that a comparison with constants does not describe.
  var isInexact = false

  /// Whether its value goes elsewhere, so that large values cannot be taken for one.
  var escapes = false
  var stepsUp = false
  var stepsDown = false
}

extension ValueSource {
  static let mostPoints = 64

  /// The largest number that has to be told from all larger ones; `nil` when all differ.
  var ceiling: Float? { escapes || isInexact || stepsDown ? nil : points.max() ?? 0 }

  /// The smallest number that has to be told from all smaller ones; `nil` when all differ.
  var floor: Float? { escapes || isInexact || stepsUp ? nil : points.min() ?? 0 }

  /// The numbers that have to be tried for an answer that may be any number.
  var numbersToTry: [Float] {
    var numbers: Set<Float> = []
    if isInexact || escapes || points.isEmpty {
      numbers = points.isEmpty ? [0, 1] : []
      for point in points { numbers.formUnion([point - 1, point, point + 1]) }
      if isCompared { for point in points { numbers.formUnion([point - 2, point + 2]) } }
    } else {
      numbers = representatives
    }
    for point in points {
      for modulus in moduli where modulus <= 16 {
        for step in 0...modulus { numbers.insert(point + Float(step)) }
      }
    }
    return numbers.sorted { ($0.magnitude, $0) < ($1.magnitude, $1) }
  }

  /// Every point, and a number on each side of it: all others compare as one of these does.
  private var representatives: Set<Float> {
    let sorted = points.sorted()
    var numbers = points
    for (low, high) in zip(sorted, sorted.dropFirst()) {
      numbers.insert(low + 1 < high ? low + 1 : (low + high) / 2)
    }
    if let low = sorted.first, let high = sorted.last { numbers.formUnion([low - 1, high + 1]) }
    return numbers
  }
}

/// The place of an instruction in the program.
struct CodePlace: Hashable {
  /// The node, the member of a group or the smart variable whose code it is.
  var owner: String
  var index: Int
}

/// Where a value on the stack comes from.
struct ValueOrigin {
  /// A source times a number plus a number.
  struct Linear {
    var source: Int
    var scale: Float = 1
    var offset: Float = 0
  }

  var sources: Set<Int> = []
  var linear: Linear?
  var constant: Value?

  /// Whether the operation before was a remainder, whose divisor is known.
  var modulus: Int?
}
