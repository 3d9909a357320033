/// A line of the table: one figure, and where it was to come to.
struct Row {
  /// What was measured.
  var name: String

  /// The middle of many runs, with its unit.
  var median: String

  /// The best of them; empty where it says nothing.
  var fastest = ""

  /// The time of the processors; empty where there is none.
  var processor = ""

  /// The time as a multiple of `/bin/true`, of the hello world, and of both together.
  var ratios: [Double] = []

  /// Where it was to come to; empty where there is no target.
  var target = ""

  /// Whether it came there; `nil` where there is no target.
  var isMet: Bool?

  /// Why there is no figure; `nil` where there is one.
  var fault: String?

  /// How much is done in a run, and how that is written as an amount a second.
  struct Rate {
    /// What a run does.
    var amount: Double

    /// The unit of the amount a second.
    var unit: String

    /// How much of the amount makes one unit.
    var perUnit: Double

    /// The digits after the point.
    var digits: Int

    fileprivate func text(_ time: Duration) -> String {
      "\((amount / perUnit / (time / .seconds(1))).text(digits: digits)) \(unit)"
    }
  }

  /// A row for a time.
  ///
  /// - Parameters:
  ///   - name: What was measured.
  ///   - sample: The runs.
  ///   - limit: The most it may take; `nil` where there is no target.
  init(_ name: String, _ sample: Sample, within limit: Duration? = nil) {
    self.name = name
    median = Self.milliseconds(sample.median)
    fastest = Self.milliseconds(sample.fastest)
    processor = Self.milliseconds(sample.processor)
    guard let limit else { return }
    target = "\(Int((limit / .milliseconds(1)).rounded())) ms"
    isMet = sample.median <= limit
  }

  /// A row for how much is done in a second.
  ///
  /// - Parameters:
  ///   - name: What was measured.
  ///   - sample: The runs.
  ///   - rate: How much a run does.
  ///   - limit: The least amount a second; `nil` where there is no target. It is compared with
  ///     the time of the processors, which others on the computer do not lengthen.
  init(_ name: String, _ sample: Sample, _ rate: Rate, atLeast limit: Double? = nil) {
    self.name = name
    median = rate.text(sample.median)
    fastest = rate.text(sample.fastest)
    processor = rate.text(sample.processor)
    guard let limit else { return }
    target = "\((limit / rate.perUnit).text(digits: 0)) \(rate.unit)"
    isMet = rate.amount / (sample.processor / .seconds(1)) >= limit
  }

  /// A row for a time that is held against its target by the time of the processors, which others
  /// on the computer do not lengthen.
  ///
  /// - Parameters:
  ///   - name: What was measured.
  ///   - sample: The runs.
  ///   - limit: The most that processors may work on it; `nil` where there is no target.
  init(_ name: String, _ sample: Sample, processorWithin limit: Duration?) {
    self.init(name, sample)
    guard let limit else { return }
    target = "\(Int((limit / .milliseconds(1)).rounded())) ms CPU"
    isMet = sample.processor <= limit
  }

  /// A row for how many times as much one thing takes as another.
  ///
  /// - Parameters:
  ///   - name: What is compared.
  ///   - factor: How many times as much.
  ///   - limit: The least it may be; `nil` where there is no target.
  init(_ name: String, factor: Double, atLeast limit: Double? = nil) {
    self.name = name
    median = ""
    processor = "\(factor.text(digits: 1)) x"
    guard let limit else { return }
    target = "\(limit.text(digits: 0)) x"
    isMet = factor >= limit
  }

  /// A row for an amount of memory.
  ///
  /// - Parameters:
  ///   - name: What was measured.
  ///   - bytes: The amount.
  ///   - limit: The most it may be; `nil` where there is no target.
  init(_ name: String, bytes: Int, within limit: Int? = nil) {
    self.name = name
    median = Self.megabytes(bytes)
    guard let limit else { return }
    target = "\(limit / 1_000_000) MB"
    isMet = bytes <= limit
  }

  /// A row for what could not be measured.
  ///
  /// - Parameters:
  ///   - name: What was to be measured.
  ///   - error: What kept it from being measured.
  init(_ name: String, notMeasured error: any Error) {
    self.name = name
    median = ""
    fault = "not measured: \(error)"
  }

  /// An amount of memory in millions of bytes.
  static func megabytes(_ bytes: Int) -> String {
    "\((Double(bytes) / 1_000_000).text(digits: 1)) MB"
  }

  private static func milliseconds(_ time: Duration) -> String {
    let count = time / .milliseconds(1)
    return "\(count.text(digits: count < 100 ? 2 : 0)) ms"
  }
}

extension Double {
  /// The number with so many digits after the point.
  func text(digits: Int) -> String {
    guard digits > 0 else { return "\(Int(rounded()))" }
    let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
    let scaled = Int((self * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
